/**
 * A page that learns by fonts what is written in a tree that it can't see: every name that a style
 * sheet may use stands for one of its own fonts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtExtension } from '../../browser/driver/driver.ts';

const PATH = '/font/';

/** Names of fonts that a style sheet may name, or that generic families stand for. */
const FAMILIES = [
  ...[
    'system-ui',
    'sans-serif',
    'serif',
    'monospace',
    'cursive',
    'fantasy',
    'math',
    'emoji',
    'fangsong',
    'initial',
    'inherit',
  ],
  ...[
    'ui-serif',
    'ui-sans-serif',
    'ui-monospace',
    'ui-rounded',
    '-apple-system',
    'BlinkMacSystemFont',
    '-webkit-standard',
    'caption',
    'menu',
  ],
  ...[
    'Segoe UI',
    'Roboto',
    'Noto Sans',
    'Liberation Sans',
    'Helvetica',
    'Arial',
    'Cantarell',
    'Ubuntu',
    'DejaVu Sans',
    'Verdana',
  ],
  ...[
    'Iowan Old Style',
    'Charter',
    'Sitka Text',
    'Source Serif 4',
    'Noto Serif',
    'Liberation Serif',
    'Georgia',
    'Times',
    'Times New Roman',
    'DejaVu Serif',
  ],
  ...[
    'Noto Sans CJK JP',
    'Noto Sans CJK SC',
    'Noto Serif CJK JP',
    'Noto Color Emoji',
    'Apple Color Emoji',
    'Segoe UI Emoji',
    'Symbola',
    'Unifont',
    'IPAGothic',
    'WenQuanYi Zen Hei',
  ],
  ...['Courier', 'Courier New', 'DejaVu Sans Mono', 'Menlo', 'Consolas'],
  'evilfont',
];
/** Pieces of text that fetch a font of their own. */
const RANGES = [
  '41-5a',
  '61-7a',
  '30-39',
  '20-2f',
  '2019-201e',
  '370-3ff',
  '400-4ff',
  '3040-30ff',
  '4e00-9fff',
  'ac00-d7af',
  '1f300-1faff',
];
/** Names that an earlier version of the card had, and such as one may have. */
const NAMED = [
  'sans',
  'serif',
  'font',
  'paper',
  'hover',
  'rule',
  'line',
  'ink',
  'ink-soft',
  'ink-faint',
  'accent',
  'error',
  'focus',
  'shadow',
];

/** And those that building the style may have put in. */
const built = readFileSync(join(builtExtension.chromium, 'card.js'), 'utf8');
const PROPERTIES = [
  ...new Set([...NAMED, ...[...built.matchAll(/--([a-z][\w-]*)/g)].map(([, name]) => name as string)]),
];

const faces = FAMILIES.flatMap((family) =>
  RANGES.map(
    (range) =>
      `@font-face{font-family:"${family}";src:url("${PATH}${encodeURIComponent(family)}/${range}");unicode-range:U+${range}}`,
  ),
);
const properties = PROPERTIES.map((name) => {
  const isFont = name === 'sans' || name === 'serif' || name === 'font';
  const [syntax, value] = isFont ? ['<custom-ident>', 'evilfont'] : ['<color>', 'transparent'];
  return `@property --${name}{syntax:"${syntax}";inherits:false;initial-value:${value}}`;
});
const others = `@keyframes appear{from,to{opacity:0;visibility:hidden}}
@counter-style disc{system:cyclic;symbols:"${'Q'}"}
@font-palette-values --page{font-family:"Roboto";base-palette:1}
@view-transition{navigation:auto}
@layer card,page;
@position-try --page{left:0}
*{font-family:inherit}
[popover]{font-family:evilfont!important;opacity:0!important;container:card/size!important;anchor-name:--card!important;view-transition-name:card!important;filter:opacity(0)!important;--sans:evilfont!important}`;

/**
 * The markup, which has one word in a font of its own, to see that they are fetched; and the path
 * below which all fonts are.
 */
export const fontTrap = {
  path: PATH,
  markup: `<style>${[...faces, ...properties, others].join('\n')}</style><b style="font-family:evilfont">Q</b>`,
};
