import type { ComponentChildren } from 'preact';
import { t, type WordKey } from '../../lib/words/words.ts';

interface RichTextProps {
  of: WordKey;
  /** Chooses the plural form. */
  count?: number;
  /** The content for each `{name}` of the message. */
  parts: Record<string, ComponentChildren>;
}

/** A message with embedded elements, such as a link or a key. */
export function RichText({ of, count, parts }: RichTextProps) {
  const message = (t as (key: string, count?: number) => string)(of, count);
  return <>{message.split(/\{(\w+)\}/).map((piece, at) => (at % 2 ? parts[piece] : piece))}</>;
}
