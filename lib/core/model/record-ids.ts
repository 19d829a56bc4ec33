/** Ids of papers in other catalogues, as records have them. */

/** The catalogues. */
export const recordIdKinds = ['doi', 'arxiv', 'openreview', 'acl', 'pmid'] as const;

/** One of them. */
export type RecordIdKind = (typeof recordIdKinds)[number];

/** Whether a text has the form of a PubMed number. */
export function isPubmedId(text: string): boolean {
  return /^\d{1,9}$/.test(text);
}

/** Whether a text has the form of an ACL Anthology id. */
export function isAclId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9.-]{3,60}$/.test(text);
}
