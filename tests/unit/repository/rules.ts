/**
 * The repository's rules. Each takes source files and gives the breaches it finds, as sentences.
 */
import { exportsOf, type SourceFile } from './source.ts';

/**
 * What the files of a folder may import: folders or files of the repository, and packages; `x/*` is
 * everything in x.
 */
export interface Layer {
  folder: string;
  files: string[];
  packages: string[];
}

/** The arrows of the house. */
export const layers: Layer[] = [
  { folder: 'lib/core/', files: ['lib/core/'], packages: ['minisearch'] },
  { folder: 'lib/words/', files: ['lib/words/'], packages: ['@wxt-dev/i18n', 'wxt/browser', '#i18n'] },
  { folder: 'lib/page/', files: ['lib/core/', 'lib/words/', 'lib/page/'], packages: [] },
  { folder: 'lib/db/', files: ['lib/core/', 'lib/db/'], packages: ['dexie'] },
  {
    folder: 'lib/export/',
    files: ['lib/core/', 'lib/export/'],
    packages: ['papaparse', 'mdast-util-to-markdown', 'mdast-util-gfm-task-list-item'],
  },
  {
    folder: 'lib/import/',
    files: ['lib/core/', 'lib/db/', 'lib/page/papers/', 'lib/import/'],
    packages: ['papaparse'],
  },
  { folder: 'lib/bundling/', files: ['lib/core/', 'lib/bundling/'], packages: ['node:*', 'vite'] },
  {
    folder: 'lib/extension/',
    files: [
      'lib/core/',
      'lib/db/',
      'lib/import/',
      'lib/page/',
      'lib/words/',
      'lib/bundling/bundle.ts',
      'lib/extension/',
    ],
    packages: ['wxt/*'],
  },
  {
    folder: 'components/',
    files: [
      'lib/core/',
      'lib/db/',
      'lib/export/',
      'lib/import/',
      'lib/extension/',
      'lib/page/papers/',
      'lib/words/',
      'components/',
    ],
    packages: ['preact', 'preact/*', 'marked'],
  },
  { folder: 'entrypoints/', files: ['lib/', 'components/', 'entrypoints/'], packages: ['wxt/*', 'preact'] },
];

/** Imports that go against the arrows, and files that are in no layer. */
export function strayImports(files: SourceFile[]): string[] {
  return files.flatMap(({ path, imports }) => {
    const layer = layers.find(({ folder }) => path.startsWith(folder));
    if (!layer) return [`${path} is in no layer`];
    const isAllowed = (from: string): boolean => {
      if (/^(?:lib|components|entrypoints)\//.test(from)) return layer.files.some((folder) => from.startsWith(folder));
      return layer.packages.some((name) => (name.endsWith('*') ? from.startsWith(name.slice(0, -1)) : from === name));
    };
    return imports.filter(({ from }) => !isAllowed(from)).map(({ from }) => `${path} must not import ${from}`);
  });
}

/** Everything that `roots` import, directly or not: files of the repository and packages. */
export function reachableFrom(roots: string[], files: SourceFile[]): Set<string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const { from } of byPath.get(name)?.imports ?? []) visit(from);
  };
  roots.forEach(visit);
  return reached;
}

/** Files that none of `roots` needs. */
export function unusedFiles(roots: string[], files: SourceFile[]): string[] {
  const reached = reachableFrom(roots, files);
  return files.filter(({ path }) => !reached.has(path)).map(({ path }) => `${path} is imported by nothing`);
}

/** Exported names that no other file imports, but for types and errors. */
export function unusedExports(files: SourceFile[]): string[] {
  const used = new Set(
    files.flatMap(({ imports }) => imports.flatMap(({ from, names }) => names.map((name) => `${from} ${name}`))),
  );
  return files.flatMap((file) =>
    exportsOf(file)
      .filter(({ name, isContract }) => !isContract && !used.has(`${file.path} ${name}`) && !used.has(`${file.path} *`))
      .map(({ name }) => `${file.path} exports ${name}, which nothing imports`),
  );
}

/** Exported names without a documentation comment. */
export function undocumentedExports(files: SourceFile[]): string[] {
  return files.flatMap((file) =>
    exportsOf(file)
      .filter(({ isDocumented }) => !isDocumented)
      .map(({ name }) => `${file.path} does not say what ${name} is`),
  );
}

/**
 * Lines of comments that go beyond column `limit`. What tools read stands in one line, and
 * addresses can't be broken.
 */
export function longComments(files: readonly { path: string; text: string }[], limit: number): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, i) => ({ line, place: `${path}:${i + 1}` }))
      .filter(({ line }) => /^\s*(?:\/\*\*|\*|\/\/) /.test(line) && line.length > limit)
      .filter(({ line }) => !/biome-ignore|https?:\/\//.test(line))
      .map(({ place }) => `${place} goes beyond column ${limit}`),
  );
}

/** Files of more than `limit` lines. */
export function longFiles(files: SourceFile[], limit: number): string[] {
  return files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${limit}`);
}

/** Files whose name is not in kebab case or says nothing. */
export function badNames(files: SourceFile[]): string[] {
  const isBad = (name: string): boolean =>
    !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(name) || /\b(?:utils?|helpers?|misc|common)\b/.test(name);
  return files.filter(({ path }) => path.split('/').some(isBad)).map(({ path }) => `${path} needs another name`);
}

/** Packages that are listed and neither imported nor among `tools`, and the other way round. */
export function strayPackages(listed: string[], tools: Record<string, string>, files: SourceFile[]): string[] {
  const imported = importedPackages(files);
  return [
    ...listed.filter((name) => !imported.has(name) && !(name in tools)).map((name) => `${name} is listed and not used`),
    ...[...imported].filter((name) => !listed.includes(name)).map((name) => `${name} is imported and not listed`),
    ...Object.keys(tools)
      .filter((name) => !listed.includes(name))
      .map((name) => `${name} is a tool and not listed`),
  ];
}

/**
 * The packages that files import, without the path within them: "wxt" for "wxt/browser". What
 * begins with # is made by the build.
 */
export function importedPackages(files: SourceFile[]): Set<string> {
  const names = files.flatMap(({ imports }) => imports.filter(({ isFile }) => !isFile).map(({ from }) => from));
  return new Set(
    names.filter((from) => !/^(?:node:|#)/.test(from)).map((from) => /^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] as string),
  );
}

/** Tests that keep others from running. */
export function lonelyTests(files: SourceFile[]): string[] {
  return files
    .filter(({ text }) => /\b(?:it|test|describe)(?:\.\w+(?:\([^)]*\))?)*\.only\b|\bf(?:it|describe)\(/.test(text))
    .map(({ path }) => `${path} keeps other tests from running`);
}
