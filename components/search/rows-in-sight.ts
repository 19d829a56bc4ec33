/**
 * Rows that are kept, and those that are drawn at first: as many as fill the popup, or what is
 * higher, such as the side panel, at some 90 pixels a row below the tabs and the search box. Those
 * that nobody sees yet would take a keystroke's time.
 */
export const ROWS_IN_SIGHT = Math.max(6, Math.ceil((innerHeight - 125) / 90));
