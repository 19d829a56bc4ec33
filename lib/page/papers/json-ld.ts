/** Reads a page's linked data of schema.org: https://schema.org/ScholarlyArticle. */
import { cleanText, textOfHtml } from '../../core/formats/html-text.ts';
import type { PlainFields } from '../../core/formats/record-fields.ts';
import { all, type Page } from './elements.ts';
import { people } from './people-in-page.ts';

/** Limits on a script's length in UTF-16 units, and on the depth and number of its values. */
const MAX_SCRIPT_LENGTH = 2_000_000;
const MAX_DEPTH = 8;
const MAX_VALUES = 5_000;

type Node = Record<string, unknown>;

/** The scholarly article that the page's linked data describe; undefined for none or several. */
export function linkedDataFields({ root }: Page): PlainFields | undefined {
  const found = new Map<string, PlainFields>();
  for (const script of all(root, 'script[type="application/ld+json"], script.schema-data').slice(0, 20)) {
    const json = script.textContent ?? '';
    for (const node of json.length > MAX_SCRIPT_LENGTH ? [] : nodesIn(parsed(json))) {
      const fields = fieldsOf(node);
      if (fields && !found.has(fields.title)) found.set(fields.title, fields);
    }
  }
  const [only] = found.values();
  return found.size === 1 ? only : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The objects in a value, up to a depth. */
function nodesIn(value: unknown): Node[] {
  const found: Node[] = [];
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = waiting.shift(); next && found.length < MAX_VALUES; next = waiting.shift()) {
    if (typeof next.value !== 'object' || next.value === null || next.depth > MAX_DEPTH) continue;
    if (!Array.isArray(next.value)) found.push(next.value as Node);
    const values = Object.entries(next.value).filter(
      ([name]) => !/^(?:citation|isPartOf|hasPart|references)$/.test(name),
    );
    for (const [, inner] of values.slice(0, MAX_VALUES)) waiting.push({ value: inner, depth: next.depth + 1 });
  }
  return found;
}

function fieldsOf(node: Node): PlainFields | undefined {
  const types = listOf(node['@type']).map(textOf);
  const doi =
    [node.sameAs, node['@id'], node.identifier, node.url]
      .flatMap(listOf)
      .map(nameOf)
      .find((value) => DOI.test(value)) ?? '';
  const isScholarly = types.some((type) => /(?:^|\/)(?:Medical)?ScholarlyArticle$|(?:^|\/)Thesis$/.test(type));
  // A blog post is an Article too: only those with a DOI are papers.
  const isArticle =
    isScholarly || (doi !== '' && types.some((type) => /(?:^|\/)(?:Article|Report|CreativeWork)$/.test(type)));
  const hasNoType = types.length === 0 && doi !== '' && listOf(node.author).length > 0 && textOf(node.headline) !== '';
  const title = textOf(node.headline) || textOf(node.name);
  if (title === '' || !(isArticle || hasNoType)) return undefined;
  const teaser = textOf(node.about);
  const abstract = textOf(node.abstract) || textOf(node.description);
  return {
    title,
    abstract: withoutTeaser(abstract, teaser),
    authors: people([node.author, node.creator].flatMap(listOf).map(personOf).filter(Boolean)),
    date: textOf(node.datePublished) || textOf(node.dateCreated),
    venue: venueOf(node.isPartOf) || nameOf(node.publication),
    doi,
  };
}

/**
 * Removes the machine-generated summary that Semantic Scholar puts before an abstract. A truncated
 * abstract is dropped.
 */
function withoutTeaser(abstract: string, teaser: string): string {
  if (/(?:…|\.\.\.)$/.test(abstract)) return '';
  return teaser !== '' && abstract.startsWith(teaser) ? abstract.slice(teaser.length).trim() : abstract;
}

const DOI = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/i;

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, MAX_VALUES) : [value];
}

function textOf(value: unknown): string {
  return typeof value === 'string' && value.length <= 100_000 ? cleanText(textOfHtml(value)) : '';
}

/** A text, or an object's value or name. */
function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textOf(value);
  const { name, value: own } = value as Node;
  return textOf(own) || textOf(name);
}

function personOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textOf(value);
  const { name, familyName, givenName } = value as Node;
  return textOf(name) || [textOf(familyName), textOf(givenName)].filter(Boolean).join(', ');
}

/** An issue is part of a volume, which is part of a journal. */
function venueOf(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return textOf(value);
  return nameOf(value) || venueOf((value as Node).isPartOf, depth + 1);
}
