const paths = {
  add: 'M8 3v10M3 8h10',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3 14 14',
  back: 'M9.5 3 4.5 8l5 5',
  clear: 'M4 4l8 8M12 4l-8 8',
  away: 'M6 3.5H3v9.5h9.5v-3M9 3h4v4M13 3 7.5 8.5',
  code: 'M5.5 4 1.5 8l4 4M10.5 4l4 4-4 4',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  settings: 'M2 5h5M11 5h3M2 11h2M8 11h6M9 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM6 9a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  export: 'M8 10V2.5M4.8 5.7 8 2.5l3.2 3.2M2.5 9.5v4h11v-4',
  abstract: 'M3 4h10M3 8h10M3 12h6',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof paths;

/**
 * An icon in the colour of its text. Hidden from screen readers: the text beside it says the same.
 */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

/** The logo: a sheet of paper with a highlighted line. */
export function Mark() {
  return (
    <svg class="brand" viewBox="0 0 16 16" width="20" height="20" aria-hidden="true" focusable="false">
      <rect class="brand-sheet" x="3" y="1" width="10" height="14" rx="1.5" />
      <path class="brand-line" d="M5.5 4.5h5M5.5 11.5h3" />
      <rect class="brand-beam" x="0.5" y="6.5" width="15" height="3" rx="1.5" />
    </svg>
  );
}
