/**
 * Names in a style sheet that a web page could define itself, and so learn what is drawn with them,
 * or change it.
 */

/** Font families that no `@font-face` of a page can stand for. */
const GENERIC = ['system-ui', 'sans-serif', 'serif', 'monospace', 'inherit'];
const AT_RULES = ['media', 'supports'];
const PROPERTIES =
  /^(?:--.*|animation.*|container.*|anchor-.*|position-anchor|position-try.*|view-.*|scroll-timeline.*|timeline-.*|counter-.*|font-palette|font-feature-settings|font-variant.*|list-style.*|quotes|cursor|will-change)$/;
const FUNCTIONS = /\b(?:var|env|url|image-set|src|anchor|anchor-size|counter|counters|element|paint|if|inherit)\(/;

/**
 * What of a style sheet a page could define, as sentences. Comments and selectors are not looked
 * at.
 */
export function namesForPages(path: string, css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const rules = [...plain.matchAll(/@([\w-]+)/g)].map(([, name]) => name as string);
  const declarations = [...plain.matchAll(/([\w-]+)\s*:\s*([^;{}]+)\s*[;}]/g)].map(
    ([, property, value]) => [property as string, (value as string).trim()] as const,
  );
  return [
    ...rules.filter((name) => !AT_RULES.includes(name)).map((name) => `${path} has @${name}`),
    ...declarations.flatMap(([property, value]) =>
      complaints(property, value).map((what) => `${path}: ${property}: ${what}`),
    ),
  ];
}

function complaints(property: string, value: string): string[] {
  if (/^list-style$/.test(property) && value === 'none') return [];
  if (property === 'cursor' && /^(?:pointer|default)$/.test(value)) return [];
  if (PROPERTIES.test(property)) return ['such properties take names'];
  const called = FUNCTIONS.exec(value);
  if (called) return [`${called[0]}…) takes what a page defines`];
  // An attribute as text is the card's own; with a type it is read as CSS.
  if (/attr\((?!\s*[\w-]+\s*\))/.test(value)) return ['attr() with a type'];
  if (/["']/.test(value)) return ['quoted text may be a name'];
  return /^font(?:-family)?$/.test(property) ? strangeFamilies(property, value) : [];
}

/** Families of a font that a page can define. Those of the shorthand stand after the size. */
function strangeFamilies(property: string, value: string): string[] {
  const list = property === 'font' ? value.replace(/^.*?\d(?:px|r?em|%)\s*(?:\/\s*[\w.%]+)?\s+/, '') : value;
  const families = list.split(',').map((family) => family.trim());
  return families.filter((family) => !GENERIC.includes(family)).map((family) => `${family} is no generic family`);
}
