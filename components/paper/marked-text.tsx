import type { MarkedPiece } from '../../lib/core/search.ts';

/** A text with the words that answered a query marked. */
export function MarkedText({ pieces }: { pieces: readonly MarkedPiece[] }) {
  return <>{pieces.map(({ text, marked }, i) => (marked ? <mark key={i}>{text}</mark> : text))}</>;
}
