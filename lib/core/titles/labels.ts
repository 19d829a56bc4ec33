/**
 * Labels before titles: what a page calls the thing that follows ("Paper 3: …"), as opposed to a
 * method's name ("DREAM+: …").
 */
import { anyOf, isCreditBefore, SPACE_OR_EDGE, VENUE } from './credits.ts';
import { EDGE } from './mention-context.ts';

/**
 * The last words of labels, in languages of Latin letters: what pages call papers and occasions to
 * read them.
 */
const LABELS = anyOf(
  `title papers? pdf arxiv code article preprint publication project page read reading notes? summary talk slides ref reference
  citation cite oral poster spotlight new 论文 标题 题目 题名`,
  `reviews? club seminar lectures? session week keynote workshop tutorials? abstract blog thesis award today
  re fwd? recap presenter bibliography literature digest news pick assignment`,
  `titel titolo t[ií]tulo titre tytu[łl] n[áa]zev titul tittel otsikko ba[şs]l[ıi]k betreff vortrag referat aufsatz artikel articulo
  artículo articolo artigo zusammenfassung résumé resumen resumo riassunto lectura lecture leitura lettura lektüre séance semaine
  semana settimana woche sitzung makale`,
);
/** The same, for words that also end names, so that they must be the whole label. */
const LONE_LABELS = anyOf(
  `group day part chapter section unit module lesson episode issue volume video featured subject topic see source cf post highlights? explained
  discussion presentation presenting list update thema aw wg sv vs antw sujet objet asunto assunto oggetto sesión quelle fuente fonte`,
);

/** A letter of a script in which a title of Latin letters can't continue. */
export const OTHER_SCRIPT = '(?:(?![\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Common}])\\p{L}|[ー々〆])';

const hasOtherScript = new RegExp(OTHER_SCRIPT, 'u');
const knownLabel = new RegExp(
  `(?:^|[\\s${EDGE}\\p{P}])(?:${LABELS}|${VENUE})\\s*[#№]?(?:\\d+[a-z]?)?[)\\]]?${SPACE_OR_EDGE}*[:：]${SPACE_OR_EDGE}*$`,
  'iu',
);
const loneLabel = new RegExp(`^${LONE_LABELS}\\s*[#№]?(?:\\d+[a-z]?)?$`, 'iu');
/** No letters except those of one label. */
export const nothingOrLabel = new RegExp(
  `^[\\s${EDGE}\\p{P}]*(?:${LABELS}|${VENUE})?[\\s${EDGE}\\p{P}\\p{S}\\d]*$`,
  'iu',
);
/** "Week 5", "Talk no. 12", "Part II": a number after an ordinary word. "GPT 4" is a name. */
const numbered = /^(?:\p{L}+\s+)?\p{L}\p{Ll}+\.?\s*(?:no\.?\s*)?[#№]?(?:\d{1,3}[a-z]?|[IVX]+)$/u;
/**
 * Whether text that ends in a colon before a title is a label, and not the first part of a longer
 * title.
 *
 * @param isLatin whether the title is written in Latin letters
 */
export function isLabel(text: string, isLatin: boolean): boolean {
  if (knownLabel.test(text) || isCreditBefore(text)) return true;
  const part = lastPart(text);
  return loneLabel.test(part) || numbered.test(part) || (isLatin && hasOtherScript.test(part));
}

/** The words right before the colon at the end of `text`. */
function lastPart(text: string): string {
  const [part = ''] = text
    .replaceAll(EDGE, ' ')
    .replace(/\s*[:：]\s*$/, '')
    .split(/\n|[.?!;|•·:：]\s|[:：]|\s[-–—]\s/)
    .slice(-1);
  return part.replace(/^[\s\p{P}\p{S}]*(?:\d+[\s\p{P}]+)?/u, '').trim();
}
