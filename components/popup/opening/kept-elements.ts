/**
 * Serialises elements as data, since Trusted Types forbid the extension's pages to parse markup.
 */

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** A text, or an element with its name, attributes and content. */
export type KeptNode = string | [name: string, attributes: [string, string][], content: KeptNode[]];

/** The nodes in `parent` as data, without comments. */
export function keptContent(parent: Node): KeptNode[] {
  return Array.from(parent.childNodes, keptNode).filter((node) => node !== undefined);
}

/** Makes nodes from the data of {@link keptContent}; `inSvg` says whether their parent is SVG. */
export function elementsFrom(content: KeptNode[], inSvg = false): (Node | string)[] {
  return content.map((node) => {
    if (typeof node === 'string') return node;
    const [name, attributes, inner] = node;
    const isSvg = inSvg || name === 'svg';
    const element = isSvg ? document.createElementNS(SVG_NAMESPACE, name) : document.createElement(name);
    for (const [attribute, value] of attributes) element.setAttribute(attribute, value);
    element.append(...elementsFrom(inner, isSvg));
    return element;
  });
}

function keptNode(node: Node): KeptNode | undefined {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return undefined;
  const attributes = Array.from(node.attributes, ({ name, value }): [string, string] => [name, value]);
  return [node.localName, attributes, keptContent(node)];
}
