/** The settings as they are stored, by this version of the extension or an earlier one. */

/**
 * When titles are marked: wherever a site is not off, only on pages for which the reader asks, or
 * never.
 */
export type MarkingMode = 'always' | 'asked' | 'off';

/** The styles of marks: a wash with a line, a line, dots, a marker pen. */
export const markStyles = ['wash', 'line', 'dots', 'strong'] as const;

/** A style of marks. */
export type MarkStyle = (typeof markStyles)[number];

/** What the reader has chosen. */
export interface Settings {
  mode: MarkingMode;
  /**
   * Sites on which titles are not marked, as patterns: "arxiv.org", "*.example.org",
   * "example.org/path/*". Sorted.
   */
  sitesOff: string[];
  markStyle: MarkStyle;
  /** Whether the browser's own sync carries the reading list between the reader's browsers. */
  sync: boolean;
  /**
   * Whether papers' names in other catalogues are learned from the pages that the reader visits.
   */
  learning: boolean;
}

/** What holds before the reader has chosen anything. */
export const defaultSettings: Settings = {
  mode: 'always',
  sitesOff: [],
  markStyle: 'wash',
  sync: false,
  learning: true,
};

/**
 * Reads what any version of the extension has stored. What is not there, or not what it should be,
 * has its default.
 */
export function fromStored(stored: unknown): Settings {
  const { mode, sitesOff, markStyle, sync, learning, highlighting } = (stored ?? {}) as Record<string, unknown>;
  return {
    // Until version 0.1 there were two modes, in a field of another name.
    mode: isMode(mode) ? mode : highlighting === false ? 'off' : defaultSettings.mode,
    sitesOff: Array.isArray(sitesOff) ? sitesOff.filter((site) => typeof site === 'string') : defaultSettings.sitesOff,
    markStyle: markStyles.find((style) => style === markStyle) ?? defaultSettings.markStyle,
    sync: sync === true,
    learning: learning !== false,
  };
}

/**
 * What a file, such as a backup, may set. Not the sync: it is the one way in which anything leaves
 * this browser, and only the reader's own hand on its switch opens it.
 */
export function settingsOfFile(stored: unknown): Omit<Settings, 'sync'> {
  const { sync: _, ...others } = fromStored(stored);
  return others;
}

function isMode(value: unknown): value is MarkingMode {
  return value === 'always' || value === 'asked' || value === 'off';
}
