/**
 * Elements as data, to be stored and made again: markup would have to be parsed, which Trusted
 * Types keep the extension's pages from.
 */

const SVG = 'http://www.w3.org/2000/svg';

/** A text, or an element: its name, its attributes, and what is in it. */
export type KeptNode = string | [name: string, attributes: [string, string][], content: KeptNode[]];

/** The nodes in `parent` as data. Comments are left out. */
export function keptContent(parent: Node): KeptNode[] {
  return Array.from(parent.childNodes, keptNode).filter((node) => node !== undefined);
}

/** Nodes made of data from {@link keptContent}; `inSvg` says whether their parent draws. */
export function madeOf(content: KeptNode[], inSvg = false): (Node | string)[] {
  return content.map((node) => {
    if (typeof node === 'string') return node;
    const [name, attributes, inner] = node;
    const draws = inSvg || name === 'svg';
    const element = draws ? document.createElementNS(SVG, name) : document.createElement(name);
    for (const [attribute, value] of attributes) element.setAttribute(attribute, value);
    element.append(...madeOf(inner, draws));
    return element;
  });
}

function keptNode(node: Node): KeptNode | undefined {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return undefined;
  const attributes = Array.from(node.attributes, ({ name, value }): [string, string] => [name, value]);
  return [node.localName, attributes, keptContent(node)];
}
