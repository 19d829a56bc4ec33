/** The settings as they are stored, by this version of the extension or an earlier one. */

/** When titles are marked: wherever a site is not off, only on pages for which the reader asks, or never. */
export type MarkingMode = 'always' | 'asked' | 'off';

/** What the reader has chosen. */
export interface Settings {
  mode: MarkingMode;
  /** Sites on which titles are not marked, as patterns: "arxiv.org", "*.example.org", "example.org/path/*". Sorted. */
  sitesOff: string[];
}

/** What holds before the reader has chosen anything. */
const defaultSettings: Settings = { mode: 'always', sitesOff: [] };

/** Reads what any version of the extension has stored. What is not there, or not what it should be, has its default. */
export function fromStored(stored: unknown): Settings {
  const { mode, sitesOff, highlighting } = (stored ?? {}) as Record<string, unknown>;
  return {
    // Until version 0.1 there were two modes, in a field of another name.
    mode: isMode(mode) ? mode : highlighting === false ? 'off' : defaultSettings.mode,
    sitesOff: Array.isArray(sitesOff) ? sitesOff.filter((site) => typeof site === 'string') : defaultSettings.sitesOff,
  };
}

function isMode(value: unknown): value is MarkingMode {
  return value === 'always' || value === 'asked' || value === 'off';
}
