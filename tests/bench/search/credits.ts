/** Authors, years and venues for papers of a benchmark, made with a fixed seed. */
import type { Paper } from '../../../lib/core/model/paper.ts';
import { shortVenueOf } from '../../../lib/core/model/short-venue.ts';
import { randomNumbers } from '../highlight/pages.ts';

/** Common names, among them those that are words of titles as well. */
const COMMON =
  `Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Kim Lee Park Choi Gan Song Long Young
  King Field Sharp Small Rank Power Best Strong Banks Graph Deep Marks Page Price Rose Stone Wolf Fox Ho Nguyen Singh Kumar Gupta Müller
  Smith Jones Brown Taylor Wilson Martin Garcia Rossi Silva Ivanov Tanaka Suzuki Sato Cohen Levy Sohl-Dickstein`.split(
    /\s+/,
  );
const GIVEN =
  'Wei Jun Yang Anna Maria Ivan Kenji Sara David Yuki Elena Peter Noam Ada Min Hao Lars Priya Omar Chloe'.split(' ');
const SYLLABLES = 'ka mi to ra sen vo lin der ga bo ne ru sha pel tor mas qui fen dal wyk'.split(' ');
const VENUES = [
  'International Conference on Learning Representations',
  'Advances in Neural Information Processing Systems',
  'Proceedings of the International Conference on Machine Learning',
  'Conference on Computer Vision and Pattern Recognition',
  'Journal of Machine Learning Research',
  'Nature',
  'arXiv preprint',
  'Pattern Recognition Letters',
];
/** One of so many names is of nobody else. */
const COINED = 3;

/** The same papers, each with up to eight authors, a year and a venue. */
export function withCredits(papers: readonly Paper[]): Paper[] {
  const random = randomNumbers(3);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const coined = (): string => {
    const name = one(SYLLABLES) + one(SYLLABLES) + one(SYLLABLES) + (random() < 0.5 ? one(SYLLABLES) : '');
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  return papers.map((paper) => {
    const venue = one(VENUES);
    const shortVenue = shortVenueOf(venue);
    return {
      ...paper,
      authors: Array.from({ length: 1 + Math.floor(random() * 8) }, () => ({
        family: random() * COINED < 1 ? coined() : one(COMMON),
        given: one(GIVEN),
      })),
      year: 2010 + Math.floor(random() * 16),
      venue,
      ...(shortVenue !== undefined && { shortVenue }),
    };
  });
}
