import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namesForPages } from './page-proof-styles.ts';

const CARD = 'lib/page/card/card.css';

describe('the style of the card', () => {
  it('has no name that a page could define', () => {
    const css = readFileSync(resolve(import.meta.dirname, '../../..', CARD), 'utf8');
    expect(css.length).toBeGreaterThan(1000);
    expect(namesForPages(CARD, css)).toEqual([]);
  });

  it.each([
    'a { color: var(--ink); }',
    'a { --ink: red; }',
    'a { font: 13px / 1.4 Roboto, sans-serif; }',
    'a { font: 600 13px "Segoe UI"; }',
    'a { font: 13px / 1.4 system-ui, -apple-system; }',
    'a { font-family: ui-serif }',
    'a { font-family: serif, Charter }',
    '@keyframes appear { from { opacity: 0; } }',
    'a { animation: appear 1s; }',
    'a { animation-name: appear }',
    '@layer x { a { color: red; } }',
    '@font-face { font-family: serif; }',
    '@property --x { syntax: "*"; }',
    '@container (width > 1px) { a { color: red; } }',
    'a { container: card / size; }',
    'a { container-name: card; }',
    'a { anchor-name: --a; }',
    'a { top: anchor(bottom); }',
    'a { view-transition-name: card; }',
    'a { list-style: disc-of-page; }',
    'a::before { content: counter(x); }',
    'a { counter-reset: x; }',
    'a { padding: env(safe-area-inset-top); }',
    'a { background: url(x.png); }',
    'a { color: attr(data-ink type(<color>)); }',
    'a { color: if(style(--x): red; else: blue); }',
    'a { font-variant-alternates: styleset(nice); }',
    'a { font-palette: --page; }',
    'a { timeline-scope: --t; }',
  ])('would not be allowed to have: %s', (css) => {
    expect(namesForPages('card.css', css)).not.toEqual([]);
  });
});
