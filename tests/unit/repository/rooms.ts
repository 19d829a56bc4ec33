/** The rooms of the house: folders that import one another in one direction only. */
import type { SourceFile } from './source.ts';

/**
 * Each room, and the other rooms that it may import. A folder within a room belongs to the room,
 * unless it is listed itself.
 */
export const rooms: Record<string, string[]> = {
  // Pure: text ← model ← {digests, titles, pages, search-index, backup, sync} ← query ← search.
  'lib/core/text': [],
  'lib/core/model': ['lib/core/text'],
  'lib/core/digests': ['lib/core/text', 'lib/core/model'],
  'lib/core/titles': ['lib/core/text', 'lib/core/model'],
  'lib/core/pages': ['lib/core/text', 'lib/core/model'],
  'lib/core/search-index': ['lib/core/text', 'lib/core/model'],
  'lib/core/backup': ['lib/core/text', 'lib/core/model'],
  'lib/core/sync': ['lib/core/text', 'lib/core/model'],
  'lib/core/formats': ['lib/core/text', 'lib/core/model', 'lib/core/digests', 'lib/core/pages'],
  'lib/core/import': ['lib/core/text', 'lib/core/model', 'lib/core/formats'],
  'lib/core/query': ['lib/core/text', 'lib/core/model', 'lib/core/digests', 'lib/core/pages', 'lib/core/search-index'],
  'lib/core/search': ['lib/core/text', 'lib/core/model', 'lib/core/digests', 'lib/core/search-index', 'lib/core/query'],
  // What the interface says: nothing that computes or stores speaks.
  'lib/words': [],
  'lib/db': ['lib/core'],
  'lib/export': ['lib/core'],
  'lib/import': ['lib/core', 'lib/db', 'lib/page/papers'],
  'lib/bundling': ['lib/core'],
  'lib/page': ['lib/core'],
  'lib/page/card': ['lib/core', 'lib/words', 'lib/page'],
  'lib/page/papers': ['lib/core', 'lib/page'],
  // By where the code runs: in the background, in a page, or in either.
  'lib/extension/browser': ['lib/core', 'lib/words', 'lib/db', 'lib/page', 'lib/page/card', 'lib/page/papers'],
  'lib/extension/content': [
    'lib/core',
    'lib/words',
    'lib/page',
    'lib/page/card',
    'lib/page/papers',
    'lib/extension/browser',
  ],
  'lib/extension/background': [
    'lib/core',
    'lib/words',
    'lib/db',
    'lib/import',
    'lib/page',
    'lib/page/card',
    'lib/page/papers',
    'lib/bundling',
    'lib/extension/browser',
  ],
  // What shows and asks: from what every surface uses up to the surfaces.
  'components/ui': ['lib'],
  'components/hooks': ['lib', 'components/ui'],
  'components/entry': ['lib', 'components/ui', 'components/hooks'],
  'components/export': ['lib', 'components/ui', 'components/hooks'],
  'components/backup': ['lib', 'components/ui', 'components/hooks'],
  'components/search': ['lib', 'components/ui', 'components/hooks', 'components/backup'],
  'components/paper': ['lib', 'components/ui', 'components/hooks', 'components/entry', 'components/export'],
  'components/import': ['lib', ...['ui', 'hooks', 'paper'].map((name) => `components/${name}`)],
  'components/options': ['lib', 'components/ui', 'components/hooks', 'components/backup'],
  'components/first-run': ['lib', ...['ui', 'hooks', 'paper', 'import'].map((name) => `components/${name}`)],
  'components/queue': [
    'lib',
    ...['ui', 'hooks', 'entry', 'export', 'import', 'search', 'paper'].map((name) => `components/${name}`),
  ],
  'components/library': [
    'lib',
    ...['ui', 'hooks', 'export', 'import', 'search', 'paper'].map((name) => `components/${name}`),
  ],
  'components/popup/opening': ['lib', ...['ui', 'hooks', 'search', 'paper'].map((name) => `components/${name}`)],
  'components/popup': [
    'lib',
    ...['ui', 'hooks', 'search', 'paper', 'popup/opening'].map((name) => `components/${name}`),
  ],
};

/** The innermost room that holds `path`; undefined for what is in none. */
export function roomOf(path: string): string | undefined {
  return Object.keys(rooms)
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/**
 * Files of lib and components that are in no room, and imports that go against the arrows between
 * rooms.
 */
export function strayRooms(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^(?:lib|components)\//.test(path))
    .flatMap(({ path, imports }) => {
      const room = roomOf(path);
      if (!room) return [`${path} is in no room`];
      const allowed = rooms[room] as string[];
      return imports
        .map(({ from }) => from)
        .filter((from) => {
          const other = roomOf(from);
          return other && other !== room && !allowed.some((name) => other === name || isFloor(name, other));
        })
        .map((from) => `${path} must not import ${from}`);
    });
}

/**
 * Whether `name` is a floor such as lib or lib/core, and `room` is on it. Components must not reach
 * into the background.
 */
function isFloor(name: string, room: string): boolean {
  return !(name in rooms) && room.startsWith(`${name}/`) && room !== 'lib/extension/background';
}

/** Circles of files that import each other, each once, as the paths on the way round. */
export function circles(files: SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) found.push([...way.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const { from } of byPath.get(path)?.imports ?? []) if (byPath.has(from)) visit(from, [...way, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
}
