/** Tells which texts of a list may be titles, and which are names of people or labels of links. */

/** A text of only these words is the label of a link. */
const LINK_LABEL =
  /^(?:(?:the|our|full|extended|short|long|new|read|see|view|open|official|download|project|home|web|git|demo|arxiv|preprint|paper|papers|pdf|html|code|codes|github|data|dataset|datasets|slides|poster|video|talk|bibtex|bib|cite|citation|link|links|page|pages|website|site|blog|post|supplementary|supplement|supp|material|materials|appendix|abstract|version|here|and|or|in|for|with|on|to|of|press|release|model|models|weights|huggingface|hugging|face|openreview|doi|acm|ieee|cvf|neurips|icml|iclr|cvpr|iccv|eccv|acl|emnlp|publisher|v?\d+)\b[\s:,.|/&()+[\]–—-]*)+$/i;
const VENUE_START =
  /^(?:(?:in|to appear in|published in)\s+)?(?:the\s+)?(?:\d+(?:st|nd|rd|th)\s+)?(?:proceedings|proc\.|international|ieee|acm|annual|conference|journal|transactions|symposium|workshop|advances in neural|findings of|arxiv|corr|neurips|icml|iclr|cvpr|emnlp)\b/i;
const NAME_PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|af|av|y|e|and|jr\.?|sr\.?|ii|iii)$/i;
/** Words that are capitalised in labels, and not part of names. */
const NOT_NAME =
  /\b(?:article|research|access|review|paper|papers|download|cite|pdf|journal|volume|issue|published|university|institute|department|abstract|search|login|share|print|conference|workshop|session|poster|posters|keynote|talk|break|lunch|registration|remarks|proceedings|publisher|text|award|learning|networks?|authors?|corresponding|information|affiliations?|contributors?|show|view)\b/i;
const NAME_PART = /^\p{Lu}[\p{L}\p{M}.'’`-]*$/u;

/**
 * Strips what lists put around a title: bullets, numbers, quotation marks, a bracketed venue, a
 * final full stop.
 */
export function plainTitle(text: string): string {
  return text
    .replace(
      /^(?:\s*(?:[*•·▪–—-]|\d{1,4}[.)]|\d{1,2}[:.]\d\d(?:\s*[ap]m)?|\[[^\]]{0,40}\]|\([^)]{0,12}\d{4}\)|:)\s*)+/,
      '',
    )
    .replace(/^[“"«‘']\s*(.*?)[.,]?\s*[”"»’']$/s, '$1')
    .replace(/\s*\((?:oral|poster|spotlight|best [\w ]+)\)$/i, '')
    .replace(/\s*[,;:|]$/, '')
    .replace(/(?<=\p{L}{2})\.$/u, '')
    .trim();
}

/**
 * Whether a text may be a title wherever it is: at least three words, and neither a label nor
 * people.
 */
export function isTitleLike(text: string): boolean {
  // "Multilingual Search and Multispeaker Speech" might be two people too.
  return mayBeTitle(text, 3) && !isPeople(text, text.includes(',') ? 2 : 3);
}

/** Whether a text at a place for titles may be one: at least `least` words, and not a label. */
export function mayBeTitle(text: string, least = 1): boolean {
  if (text.length < 4 || text.length > 400 || !/\p{L}{3}/u.test(text)) return false;
  if (text.split(/[\s\-–—:/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length < least) return false;
  return !LINK_LABEL.test(text) && !/^https?:/i.test(text) && !/(?:…|\.\.\.)$/.test(text);
}

/** Whether a text begins like the name of a conference or a journal. */
export function isVenueLike(text: string): boolean {
  return VENUE_START.test(text);
}

/** Whether a line is a list of at least `least` people. */
export function isPeople(line: string, least = 1): boolean {
  if (line.length > 20_000) return false;
  const parts = line
    .replace(/^(?:by|authors?)\b\s*:?\s*/i, '')
    .replace(/\bet\.?\s+al\b.*$/i, '')
    .replace(/[*†‡§¶∗⋆✉#]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+/g, '')
    .split(/\s*[,;·|]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/)
    .filter((part) => part !== '');
  if (parts.length < least) return false;
  const names = parts.filter((part) => isName(part)).length;
  // Allows for unusual names: "K. F. Liu 3rd", "Zhang".
  return names > 0 && (parts.length < 4 ? names === parts.length : names >= parts.length * 0.8);
}

function isName(part: string): boolean {
  const words = part.trim().split(/\s+/);
  // A name of one word must be two with the space missing: "AdaLovelace".
  if (words.length < 2) return /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(part.trim());
  return (
    words.length <= 6 &&
    !NOT_NAME.test(part) &&
    words.every((word) => NAME_PART.test(word) || NAME_PARTICLE.test(word)) &&
    words.some((word) => /\p{Ll}/u.test(word))
  );
}
