/**
 * Scrubs errors of everything that the reader wrote, searched or visited. Browsers' messages quote
 * what they stumble over, so only known words pass; all others become "…". Of the stack, only
 * places in the extension's own files stay.
 */

/** Words of browsers' error messages, and names of the extension's own fields. */
const KNOWN_WORDS = new Set(
  `a abort aborted access accessed after already an and any argument arguments array as at attempt available be because been before being blocked
 both buffer but by call called can cannot can’t can't cause circular class clone closed closing connect connection constraint construct constructor
 content context converting could create cursor data database dead defined delete deleted deserialize did disconnected disk does doesn't domexception
 destroyed element empty end ended enough error establish evaluate event exceeded execute exist exists expected extension failed fetch file find finished for found
 frame from full function get given handler has have idbdatabase idbobjectstore idbfactory idbindex idbtransaction idbrequest idbkeyrange if implement import in index
 infinity initialize inside instance instanceof integer interface internal invalid invalidated is isn't it iterable its json key large length limit
 list loading lock locked long maximum message messages method missing mode module more must name nan negative network new no node nor not null number object of on
 only onto open opened operation or out outside parameter parse pending permission port position private promise properties property prototype quota range
 read readonly reading receiving recursion reference refused rejected remove removed request required resource response result retrieve returned row running script
 security serialize set size smaller source specified stack state stopped storage store string supported symbol syntax tab table target than that the then there this
 timed timeout to token tokens too transaction type typed unable undefined unexpected unhandled unknown unsupported upgrade url use used valid value values version was were while window
 with within without worker write writing zero
 abstract addedat after at before changedat codelinks date deletedat digestids digests entries id journal kind known note paperid paperids papers position
 presence readinglist searchindex snapshots stamps status tags title undone unindexed`.split(/\s+/),
);

/** Characters of a message that are kept. */
const MAX_MESSAGE_LENGTH = 300;
/** Places of a stack that are kept. */
const MAX_STACK_PLACES = 8;

/** An error that is safe to keep. */
export interface ScrubbedError {
  name: string;
  message: string;
  /** Places in the extension's own files, innermost first: "chunks/start.js:1:2300". */
  stack: string[];
}

/** Scrubs an error, or whatever else was thrown. */
export function scrubError(error: unknown): ScrubbedError {
  const { name, message, stack } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  return {
    name: typeof name === 'string' && /^[A-Za-z]{1,40}(?:Error|Exception)$/.test(name) ? name : 'Error',
    message: typeof message === 'string' ? scrubText(message) : `thrown: ${typeof error}`,
    stack: typeof stack === 'string' ? placesIn(stack) : [],
  };
}

/** The text without anything but words of error messages. */
function scrubText(text: string): string {
  const pieces =
    text.slice(0, MAX_MESSAGE_LENGTH).match(/[\p{L}\p{M}\p{N}_$’']+|\s+|[.,:;()[\]{}<>=+*/!?#&|"“”‘-]|./gsu) ?? [];
  const kept = pieces.map((piece) => {
    const word = piece.replace(/^['’]+|['’]+$/g, '');
    if (/^\s+$/.test(piece)) return ' ';
    if (/^[.,:;()[\]{}<>=+*/!?#&|"“”‘-]$/.test(piece)) return piece;
    return KNOWN_WORDS.has(word.toLowerCase()) || /^\d{1,3}$/.test(word) || word === '' ? piece : '…';
  });
  return kept
    .join('')
    .replace(/…(?:[^\p{L}]*…)+/gu, '…')
    .trim();
}

function placesIn(stack: string): string[] {
  const places = stack.matchAll(/[a-z-]+-extension:\/\/[^/\s]+\/([\w./-]{1,80}:\d{1,7}:\d{1,7})/g);
  return [...places].map(([, place]) => place as string).slice(0, MAX_STACK_PLACES);
}
