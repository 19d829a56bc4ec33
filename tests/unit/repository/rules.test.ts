import { describe, expect, it } from 'vitest';
import * as rules from './rules.ts';
import { sourceFile } from './source.ts';

describe('the rule', () => {
  it.each<[path: string, text: string, breach: string | undefined]>([
    ['lib/core/a.ts', "import { b } from './b.ts';", undefined],
    ['lib/core/a.ts', "import MiniSearch from 'minisearch';", undefined],
    ['lib/core/a.ts', "import { b } from '../db/b.ts';", 'lib/core/a.ts must not import lib/db/b.ts'],
    ['lib/core/a.ts', "import type { b } from '../page/b.ts';", 'lib/core/a.ts must not import lib/page/b.ts'],
    ['lib/core/a.ts', "import { readFileSync } from 'node:fs';", 'lib/core/a.ts must not import node:fs'],
    ['lib/core/a.ts', "export * from 'dexie';", 'lib/core/a.ts must not import dexie'],
    ['lib/core/a.ts', "const b = await import('preact');", 'lib/core/a.ts must not import preact'],
    ['lib/page/a.ts', "import {\n  b,\n  c,\n} from '../db/b.ts';", 'lib/page/a.ts must not import lib/db/b.ts'],
    ['lib/page/a.ts', "import { browser } from 'wxt/browser';", 'lib/page/a.ts must not import wxt/browser'],
    ['lib/db/a.ts', "import { b } from '../extension/b.ts';", 'lib/db/a.ts must not import lib/extension/b.ts'],
    [
      'lib/extension/a.ts',
      "import { b } from '../bundling/bundled-digests.ts';",
      'lib/extension/a.ts must not import lib/bundling/bundled-digests.ts',
    ],
    [
      'lib/extension/a.ts',
      "import { b } from '../../entrypoints/b.ts';",
      'lib/extension/a.ts must not import entrypoints/b.ts',
    ],
    [
      'components/ui/a.tsx',
      "import { browser } from 'wxt/browser';",
      'components/ui/a.tsx must not import wxt/browser',
    ],
    [
      'components/ui/a.tsx',
      "import '../../entrypoints/popup/b.css';",
      'components/ui/a.tsx must not import entrypoints/popup/b.css',
    ],
    [
      'components/ui/a.tsx',
      "import { b } from '../../lib/page/b.ts';",
      'components/ui/a.tsx must not import lib/page/b.ts',
    ],
    ['entrypoints/a.ts', "import Dexie from 'dexie';", 'entrypoints/a.ts must not import dexie'],
    ['lib/a.ts', '', 'lib/a.ts is in no layer'],
  ])('about imports judges %s with %j', (path, text, breach) => {
    expect(rules.strayImports([sourceFile(path, text)])).toEqual(breach ? [breach] : []);
  });

  const files = [
    sourceFile('entrypoints/popup/index.html', '<script type="module" src="./main.tsx"></script>'),
    sourceFile(
      'entrypoints/popup/main.tsx',
      "import './main.css';\nimport { A, type B as C } from '../../components/a.tsx';",
    ),
    sourceFile('entrypoints/popup/main.css', ''),
    sourceFile(
      'components/a.tsx',
      "/** A. */\nexport const A = 1;\n\n/** B. */\nexport type B = 1;\nimport * as c from '../lib/c.ts';",
    ),
    sourceFile(
      'lib/c.ts',
      "/** D. */\nexport function D() {}\nexport class E extends Error {}\nexport interface F {}\nimport 'dexie';",
    ),
    sourceFile('lib/g.ts', "import { D } from './c.ts';"),
  ];

  it('about what a file loads follows imports, also through packages’ names', () => {
    expect([...rules.reachableFrom(['entrypoints/popup/index.html'], files)]).toEqual([
      'entrypoints/popup/index.html',
      'entrypoints/popup/main.tsx',
      'entrypoints/popup/main.css',
      'components/a.tsx',
      'lib/c.ts',
      'dexie',
    ]);
  });

  it('about unused files names those that nothing loads', () => {
    expect(rules.unusedFiles(['entrypoints/popup/index.html'], files)).toEqual(['lib/g.ts is imported by nothing']);
    expect(rules.unusedFiles(['entrypoints/popup/index.html', 'lib/g.ts'], files)).toEqual([]);
  });

  it('about unused names names those that nothing imports, but for types and errors', () => {
    expect(rules.unusedExports(files)).toEqual([]);
    expect(rules.unusedExports(files.slice(2))).toEqual(['components/a.tsx exports A, which nothing imports']);
    expect(rules.unusedExports(files.slice(4, 5))).toEqual(['lib/c.ts exports D, which nothing imports']);
  });

  it('about documentation names what has none', () => {
    expect(rules.undocumentedExports(files)).toEqual([
      'lib/c.ts does not say what E is',
      'lib/c.ts does not say what F is',
    ]);
  });

  it('about length counts lines', () => {
    const file = sourceFile('lib/a.ts', 'a\n'.repeat(41));
    expect(rules.longFiles([file], 41)).toEqual([]);
    expect(rules.longFiles([file], 40)).toEqual(['lib/a.ts has 41 lines, more than 40']);
  });

  it.each([
    ['lib/core/titles/title-table.ts', true],
    ['lib/core/titleIndex.ts', false],
    ['lib/core/Title.ts', false],
    ['lib/utils/a.ts', false],
    ['lib/core/string-helpers.ts', false],
    ['lib/core/misc.ts', false],
    ['components/commons.ts', true],
  ])('about names judges %s', (path, isGood) => {
    expect(rules.badNames([sourceFile(path, '')])).toEqual(isGood ? [] : [`${path} needs another name`]);
  });

  it('about packages compares what is listed with what is imported', () => {
    const files = [
      sourceFile('lib/a.ts', "import a from '@scope/a/b';\nimport 'c/d';\nimport 'node:fs';\nimport './e.ts';"),
    ];
    expect(rules.strayPackages(['@scope/a', 'c'], {}, files)).toEqual([]);
    expect(rules.strayPackages(['@scope/a', 'x', 'y'], { y: 'a tool', z: 'another' }, files)).toEqual([
      'x is listed and not used',
      'c is imported and not listed',
      'z is a tool and not listed',
    ]);
  });

  const only = 'only';
  it.each([
    [`it.${only}('x')`, true],
    [`describe.${only}('x')`, true],
    [`it.each([1]).${only}('x')`, true],
    [`f${'it'}('x')`, true],
    [`it('x.${only}')`, false],
    ['fits(title)', false],
  ])('about lonely tests judges %s', (text, isLonely) => {
    expect(rules.lonelyTests([sourceFile('a.test.ts', text)])).toHaveLength(isLonely ? 1 : 0);
  });
});
