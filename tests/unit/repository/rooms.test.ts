import { describe, expect, it } from 'vitest';
import { circles, strayRooms } from './rooms.ts';
import { sourceFile } from './source.ts';

describe('rooms', () => {
  it.each<[path: string, text: string, breach: string | undefined]>([
    ['lib/core/model/a.ts', "import { b } from '../text/b.ts';", undefined],
    [
      'lib/core/text/a.ts',
      "import { b } from '../model/b.ts';",
      'lib/core/text/a.ts must not import lib/core/model/b.ts',
    ],
    [
      'lib/core/titles/a.ts',
      "import { b } from '../pages/b.ts';",
      'lib/core/titles/a.ts must not import lib/core/pages/b.ts',
    ],
    ['lib/db/a.ts', "import { b } from '../core/sync/b.ts';", undefined],
    ['lib/page/a.ts', "import { b } from './card/b.ts';", 'lib/page/a.ts must not import lib/page/card/b.ts'],
    [
      'components/ui/a.tsx',
      "const b = import('../../lib/extension/background/b.ts');",
      'components/ui/a.tsx must not import lib/extension/background/b.ts',
    ],
    [
      'components/hooks/a.ts',
      "import { b } from '../popup/b.ts';",
      'components/hooks/a.ts must not import components/popup/b.ts',
    ],
    ['lib/core/a.ts', '', 'lib/core/a.ts is in no room'],
  ])('judge %s with %j', (path, text, breach) => {
    expect(strayRooms([sourceFile(path, text)])).toEqual(breach ? [breach] : []);
  });

  it('find a circle of files, types included', () => {
    const files = [
      sourceFile('lib/db/a.ts', "import { b } from './b.ts';"),
      sourceFile('lib/db/b.ts', "import type { C } from './c.ts';"),
      sourceFile('lib/db/c.ts', "import { b } from './b.ts';"),
    ];
    expect(circles(files)).toEqual(['lib/db/b.ts → lib/db/c.ts → lib/db/b.ts']);
  });
});
