/** What the reader of a kind of page has to say. */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import type { Page } from './elements.ts';

/** A listing that was recognised. */
export interface Listing {
  /** The elements that stand for one paper each, in the order of the page. */
  entries: readonly Element[];
  /**
   * What an entry says; an empty title where it can't be read, undefined where it is none of a
   * paper.
   */
  read: (entry: Element) => PlainFields | undefined;
  /** The name of the listing, where it is better than the page's title. */
  name?: string;
  /** Address of a .bib of all of it. */
  volumeBib?: string;
}

/**
 * Reads one kind of page. Each is told by its address; what is there may be built in another way
 * than expected.
 */
export interface SiteReader {
  /** Whether a page at this address is a listing of the kind. */
  isListing?: (url: URL) => boolean;
  /** The listing. Without entries it is empty. */
  listing?: (page: Page) => Listing;
  /**
   * Links to papers, as selectors: where there are such, and no entry could be read, the page is
   * built in another way.
   */
  paperLinks?: string;
  /** Whether a page at this address is about one paper. */
  isPaper?: (url: URL) => boolean;
  /** What the page says beside its metadata, or in place of them. */
  paper?: (page: Page) => Partial<PlainFields>;
}
