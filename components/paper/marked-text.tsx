import type { MarkedPiece } from '../../lib/core/search/highlight-terms.ts';

/** A text with the words that matched a query highlighted. */
export function MarkedText({ pieces }: { pieces: readonly MarkedPiece[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity
  return <>{pieces.map(({ text, marked }, i) => (marked ? <mark key={i}>{text}</mark> : text))}</>;
}
