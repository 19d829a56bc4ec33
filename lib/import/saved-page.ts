/**
 * Pages that were saved as files. They are parsed as documents in which nothing runs and nothing is
 * fetched.
 */
import { detectFormat } from '../core/formats/detect-format.ts';
import { readPageInSteps } from '../page/papers/read-page.ts';
import { encodingsToTry, HEAD_BYTES } from './decode-file.ts';
import type { PageToImport } from './protocol.ts';
import { inertDocument } from './trusted.ts';

/**
 * Bytes of the largest page that is parsed: it takes a second or two, during which the tab does not
 * respond.
 */
const MAX_PAGE_BYTES = 30_000_000;
/** How long a slice of the reading may take. */
const MAX_SLICE_MS = 30;

/**
 * The papers of a saved page; undefined for a file that is no page, has no papers, or is too large.
 */
export async function savedPage(file: File): Promise<PageToImport | undefined> {
  if (file.size === 0 || file.size > MAX_PAGE_BYTES) return undefined;
  const encoding = await encodingOf(file);
  if (encoding === undefined) return undefined;
  const text = new TextDecoder(encoding).decode(await file.arrayBuffer());
  const page = inertDocument(text);
  const steps = readPageInSteps(page, addressIn(text));
  let step = steps.next();
  for (let end = performance.now() + MAX_SLICE_MS; !step.done; step = steps.next()) {
    if (performance.now() < end) continue;
    await new Promise((done) => setTimeout(done));
    end = performance.now() + MAX_SLICE_MS;
  }
  const { name, papers, refusals, volumeBib } = step.value;
  if (papers.length === 0 && refusals.length === 0) return undefined;
  return { name: name || file.name, origin: file.name, papers, refusals, ...(volumeBib && { volumeBib }) };
}

/** The encoding of a file that is a page; undefined for other files. */
async function encodingOf(file: File): Promise<string | undefined> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  try {
    for (const encoding of encodingsToTry(head)) {
      const text = new TextDecoder(encoding).decode(head);
      if (detectFormat(text) !== 'html') continue;
      const [, said] = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(text) ?? [];
      return encoding === 'utf-8' && said !== undefined && isEncoding(said) ? said : encoding;
    }
  } catch {
    // It is not text.
  }
  return undefined;
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label) !== undefined;
  } catch {
    return false;
  }
}

/**
 * The address in the comment that SingleFile writes at the head. The readers of pages know what
 * other programs write.
 */
function addressIn(text: string): string {
  return /^\s{0,9}url:\s{0,9}(https?:\S{1,2000})/im.exec(text.slice(0, 4096))?.[1] ?? '';
}
