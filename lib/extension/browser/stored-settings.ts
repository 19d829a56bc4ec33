/** The stored settings, as written by this or an earlier version of the extension. */

/**
 * When titles are marked: on all sites that are not off, only on pages for which the reader asks,
 * or never.
 */
export type MarkingMode = 'always' | 'asked' | 'off';

/** The styles of marks: a wash with a line, a line, dots, a marker pen. */
export const markStyles = ['wash', 'line', 'dots', 'strong'] as const;

/** A style of marks. */
export type MarkStyle = (typeof markStyles)[number];

/** The reader's choices. */
export interface Settings {
  mode: MarkingMode;
  /**
   * Sites on which titles are not marked, as patterns: "arxiv.org", "*.example.org",
   * "example.org/path/*". Sorted.
   */
  sitesOff: string[];
  markStyle: MarkStyle;
  /** Whether the reading list is synced between the reader's browsers by the browser's own sync. */
  sync: boolean;
  /** Whether papers' ids in other catalogues are learned from pages that the reader visits. */
  learning: boolean;
}

/** The settings of a new installation. */
export const defaultSettings: Settings = {
  mode: 'always',
  sitesOff: [],
  markStyle: 'wash',
  sync: false,
  learning: true,
};

/**
 * Reads what any version of the extension has stored. Missing or invalid fields get their default.
 */
export function fromStored(stored: unknown): Settings {
  const { mode, sitesOff, markStyle, sync, learning, highlighting } = (stored ?? {}) as Record<string, unknown>;
  return {
    // Until version 0.1 there were two modes, in the field `highlighting`.
    mode: isMode(mode) ? mode : highlighting === false ? 'off' : defaultSettings.mode,
    sitesOff: Array.isArray(sitesOff) ? sitesOff.filter((site) => typeof site === 'string') : defaultSettings.sitesOff,
    markStyle: markStyles.find((style) => style === markStyle) ?? defaultSettings.markStyle,
    sync: sync === true,
    learning: learning !== false,
  };
}

/**
 * The settings that a file, such as a backup, may set. Not `sync`: only the reader may turn on what
 * sends data out of this browser.
 */
export function settingsOfFile(stored: unknown): Omit<Settings, 'sync'> {
  const { sync: _, ...others } = fromStored(stored);
  return others;
}

function isMode(value: unknown): value is MarkingMode {
  return value === 'always' || value === 'asked' || value === 'off';
}
