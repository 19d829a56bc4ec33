import type { MarkedPiece } from '../../lib/core/search/highlight-terms.ts';

/** A text with the words that answered a query marked. */
export function MarkedText({ pieces }: { pieces: readonly MarkedPiece[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces are told apart by their place alone
  return <>{pieces.map(({ text, marked }, i) => (marked ? <mark key={i}>{text}</mark> : text))}</>;
}
