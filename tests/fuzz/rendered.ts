/** What components show, without a browser. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** What was shown. */
export interface Rendered {
  html: string;
  /** Addresses of links and pictures. */
  links: string[];
}

/**
 * All that is shown by elements and components. Attributes are quoted and escaped, so that nothing
 * in a text looks like one.
 */
export function rendered<Props>(root: VNode<Props>): Rendered {
  const html = renderToString(root);
  const links = [...html.matchAll(/<[a-z][^<>]*?\s(?:href|src)="([^"]*)"/g)].map(([, address]) =>
    decoded(address as string),
  );
  return { html, links };
}

function decoded(attribute: string): string {
  return attribute.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
