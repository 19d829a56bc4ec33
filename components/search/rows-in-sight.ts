/**
 * How many rows are stored and rendered first: as many as fill the popup or side panel, at some 90
 * pixels each below tabs and search box. Rendering more would delay keystrokes.
 */
export const ROWS_IN_SIGHT = Math.max(6, Math.ceil((innerHeight - 125) / 90));
