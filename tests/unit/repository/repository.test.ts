import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as rooms from './rooms.ts';
import * as rules from './rules.ts';
import { readSources, sourceFile } from './source.ts';

const root = resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const folders = ['lib', 'components', 'entrypoints'];
const code = readSources(root, folders, ['.ts', '.tsx']);
const shipped = [
  ...readSources(root, folders, ['.ts', '.tsx', '.css', '.html']),
  sourceFile('wxt.config.ts', read('wxt.config.ts')),
];
const tests = readSources(root, ['tests'], ['.ts', '.tsx']);

/** What browsers and the build start with. */
const roots = [
  'wxt.config.ts',
  ...shipped
    .map(({ path }) => path)
    .filter((path) => /^entrypoints\/(?:[^/]+\.ts|[^/]+\/index\.(?:ts|html))$/.test(path)),
];

/** Packages that nothing imports, and what they are for. */
const tools = {
  '@biomejs/biome': 'lints and formats',
  '@types/lunr': 'types of lunr for the type checker',
  '@types/mark.js': 'types of mark.js for the type checker',
  '@types/papaparse': 'types of papaparse for the type checker',
  '@types/node': 'types of Node for the type checker',
  typescript: 'checks types',
  vite: 'builds, under wxt and the preset for Preact',
};

describe('the code', () => {
  it('has imports only along the arrows of the house', () => {
    expect(rules.strayImports(code)).toEqual([]);
  });

  it('has imports only along the arrows between rooms, and no circles', () => {
    expect(rooms.strayRooms(code)).toEqual([]);
    expect(rooms.circles(code)).toEqual([]);
  });

  it('loads into every page only what marks titles', () => {
    const reached = [...rules.reachableFrom(['entrypoints/page.content/index.ts'], code)];
    expect(reached).toContain('lib/core/titles/title-scanner.ts');
    expect(
      reached.filter((name) => /^(?:lib\/(?:db|bundling)|components)\/|^(?:dexie|preact|minisearch)\b/.test(name)),
    ).toEqual([]);
  });

  it('has nothing that is not used', () => {
    expect(roots.length).toBeGreaterThan(3);
    expect(rules.unusedFiles(roots, shipped)).toEqual([]);
    expect(rules.unusedExports(shipped)).toEqual([]);
  });

  it('says what everything is that one file offers to others', () => {
    expect(rules.undocumentedExports(code)).toEqual([]);
  });

  it('has comments of at most 100 columns', () => {
    expect(rules.longComments([...code, ...tests], 100)).toEqual([]);
  });

  it('is in files of at most 270 lines, entrypoints of at most 40', () => {
    expect(rules.longFiles(code, 270)).toEqual([]);
    expect(
      rules.longFiles(
        code.filter(({ path }) => path.startsWith('entrypoints/')),
        40,
      ),
    ).toEqual([]);
  });

  it('has files with telling names', () => {
    expect(rules.badNames([...shipped, ...tests])).toEqual([]);
  });
});

describe('the core', () => {
  const tsc = (...args: string[]): string => {
    const command = [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', ...args];
    try {
      return execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };

  it('compiles without the types of a DOM, a browser or Node', () => {
    expect(existsSync(join(root, '.wxt/tsconfig.json')), 'run "wxt prepare" first').toBe(true);
    expect(tsc('-p', 'lib/core/tsconfig.json')).toBe('');
    const { compilerOptions } = JSON.parse(read('lib/core/tsconfig.json'));
    expect(compilerOptions).toMatchObject({ lib: ['ESNext'], types: [] });
  });
});

describe('the repository', () => {
  it('has at its top only what belongs there', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
    const top = new Set(tracked.map((path) => path.split('/')[0] as string));
    const allowed =
      'LICENSE README.md components entrypoints lib package-lock.json package.json public seeds tests tsconfig.json wxt.config.ts'.split(
        ' ',
      );
    expect([...top].filter((entry) => !entry.startsWith('.') && !allowed.includes(entry))).toEqual([]);
  });

  it('has the five digests as they came', () => {
    const sums = readdirSync(join(root, 'seeds')).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(root, 'seeds', file)))
        .digest('hex'),
    ]);
    expect(Object.fromEntries(sums)).toEqual({
      '000_571ca05e5e44c451.txt': 'b55d7ee0785b2651e68fb8fc572f3e526160c4e1679564556230a08c59626756',
      '001_b80ed6dc3a9c7f32.txt': '08490eeb7d49a7bddc387c784464a4b36782eefbc206a9a7d472b9bf91d29bfb',
      '002_c36478af56bb9637.txt': 'a2234a21830a3d85d11e92ed0d1b715cd9c4eb58d36b634671e8809b2b155c22',
      '003_d5dfc5f75a7cacd2.txt': '922297786ccb27d815837177a997effe62cddcd3d44456c35e5d06e7f03ba828',
      '004_dd1ba9ba2e757ca5.txt': 'c0c3b04ff0b061417e91fc602b7d10d183c5bd3cb6b6d02a91f9b586c017b1c6',
    });
  });

  it('needs every package that it lists and lists every one that it needs', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    expect(
      rules.strayPackages(Object.keys({ ...dependencies, ...devDependencies }), tools, [...shipped, ...tests]),
    ).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => !rules.importedPackages(code).has(name))).toEqual([]);
  });

  it('runs all of its tests', () => {
    expect(tests.length).toBeGreaterThan(20);
    expect(rules.lonelyTests(tests)).toEqual([]);
  });
});
