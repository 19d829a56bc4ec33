/**
 * Short names of venues: bibliographies write one conference in a dozen ways, readers know its
 * acronym.
 */
import { fold } from '../text/fold.ts';

/** Acronyms of venues that this field's readers know, each with what its full name folds to. */
const ACRONYMS: readonly [letters: string, full: RegExp][] = [
  ['ICLR', /internationalconferenceonlearningrepresentations/],
  ['NeurIPS', /neuralinformationprocessingsystems/],
  ['ICML', /internationalconferenceonmachinelearning(?!andapplications)/],
  ['CVPR', /conferenceoncomputervisionandpatternrecognition/],
  ['ICCV', /internationalconferenceoncomputervision(?!theory)/],
  ['ECCV', /europeanconferenceoncomputervision/],
  ['WACV', /winterconferenceonapplicationsofcomputervision/],
  ['NAACL', /northamericanchapteroftheassociationforcomputationallinguistics/],
  ['EACL', /europeanchapteroftheassociationforcomputationallinguistics/],
  ['TACL', /transactionsoftheassociationforcomputationallinguistics/],
  ['EMNLP', /empiricalmethodsinnaturallanguageprocessing/],
  ['ACL', /annualmeetingoftheassociationforcomputationallinguistics/],
  ['AISTATS', /conferenceonartificialintelligenceandstatistics/],
  ['UAI', /uncertaintyinartificialintelligence/],
  ['IJCAI', /internationaljointconferenceonartificialintelligence/],
  ['AAAI', /aaaiconferenceonartificialintelligence/],
  ['COLT', /conferenceonlearningtheory/],
  ['CoRL', /conferenceonrobotlearning/],
  ['ICRA', /internationalconferenceonroboticsandautomation/],
  ['KDD', /knowledgediscovery(?:anddatamining|datamining)/],
  ['SIGIR', /researchanddevelopmentininformationretrieval/],
  ['ICASSP', /acousticsspeechandsignalprocessing/],
  ['JMLR', /^journalofmachinelearningresearch$/],
  ['TMLR', /^transactionsonmachinelearningresearch$/],
  ['TPAMI', /transactionsonpatternanalysisandmachineintelligence/],
];

/** Other acronyms of the same venue. */
const ALIASES: Record<string, string> = { nips: 'NeurIPS', neurips: 'NeurIPS', pami: 'TPAMI', corr: 'arXiv' };

/** Workshops, findings and the like of a venue are not that venue. */
const SATELLITE_EVENT = /\b(?:workshops?|findings|companion|satellite|tutorials?|symposium on)\b/i;
/** An acronym in brackets: "(ICLR)", "(ICLR 2021)", "(CVPR’21)". */
const BRACKETED_ACRONYM = /\(\s*([A-Z][A-Za-z]*[A-Z][A-Za-z]*)[\s,’'-]*(?:\d{2}|\d{4})?\s*\)/;
/** A bare acronym, with its year or number: "ICLR 2021", "Proc. ICML", "NeurIPS 34". */
const BARE_ACRONYM =
  /^(?:(?:in\s+)?proc(?:eedings|\.)?(?:\s+of(?:\s+the)?)?\s+)?([a-z]{3,8})(?:[\s,’']*(?:\d{4}|\d{1,2}))?$/i;

/**
 * "ICLR" for "9th International Conference on Learning Representations, ICLR 2021"; undefined if
 * there is no shorter name.
 */
export function shortVenueOf(venue: string): string | undefined {
  if (/^arxiv\b|^corr\b/i.test(venue)) return differing('arXiv', venue);
  if (SATELLITE_EVENT.test(venue)) return undefined;
  const bare = BARE_ACRONYM.exec(venue.trim())?.[1];
  if (bare !== undefined && /[A-Z].*[A-Z]/.test(bare)) return differing(ALIASES[bare.toLowerCase()] ?? bare, venue);
  const letters = fold(venue);
  const known = ACRONYMS.find(([, full]) => full.test(letters))?.[0];
  const bracketed = BRACKETED_ACRONYM.exec(venue)?.[1];
  const short = known ?? (bracketed && (ALIASES[bracketed.toLowerCase()] ?? bracketed));
  return short === undefined ? undefined : differing(short, venue);
}

function differing(short: string, venue: string): string | undefined {
  return short === venue ? undefined : short;
}
