/** The interface of the readers for known sites. */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import type { Page } from './elements.ts';

/** A recognised listing. */
export interface Listing {
  /** One element for each paper, in the order of the page. */
  entries: readonly Element[];
  /** Reads an entry. The title is empty if it can't be read; undefined if it is not a paper's. */
  read: (entry: Element) => PlainFields | undefined;
  /** The name of the listing, if better than the page's title. */
  name?: string;
  /** Address of a .bib of the whole listing. */
  volumeBib?: string;
}

/**
 * Reads the pages of one site, which are recognised by address; their structure may have changed.
 */
export interface SiteReader {
  /** Whether the page at this address is a listing. */
  isListing?: (url: URL) => boolean;
  /** Reads the listing. */
  listing?: (page: Page) => Listing;
  /**
   * Selector for links to papers: if a listing has some but no entry could be read, its structure
   * has changed.
   */
  paperLinks?: string;
  /** Whether the page at this address is about one paper. */
  isPaper?: (url: URL) => boolean;
  /** What the page shows besides its metadata; takes precedence over them. */
  paper?: (page: Page) => Partial<PlainFields>;
}
