import { describe, expect, it } from 'vitest';
import { shortVenueOf } from '../../../../lib/core/model/short-venue.ts';

describe('the short name of a venue', () => {
  it.each([
    ['9th International Conference on Learning Representations, ICLR 2021, Virtual Event', 'ICLR'],
    ['International Conference on Learning Representations', 'ICLR'],
    ['Advances in Neural Information Processing Systems 33: Annual Conference 2020', 'NeurIPS'],
    ['NIPS', 'NeurIPS'],
    ['Proceedings of the 38th International Conference on Machine Learning', 'ICML'],
    ['2022 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)', 'CVPR'],
    ['Proceedings of the IEEE/CVF International Conference on Computer Vision', 'ICCV'],
    ['Findings of the Association for Computational Linguistics: EMNLP 2021', undefined],
    ['ICLR 2021', 'ICLR'],
    ['Proc. ICML', 'ICML'],
    ['arXiv preprint arXiv:2112.10752', 'arXiv'],
    ['CoRR', 'arXiv'],
    ['IEEE Transactions on Pattern Analysis and Machine Intelligence', 'TPAMI'],
    ['Workshop at the International Conference on Learning Representations', undefined],
    ['International Conference on Something New (ICSN 2020)', 'ICSN'],
    ['Nature', undefined],
    ['Science (New York, N.Y.)', undefined],
    ['ICLR', undefined],
    ['', undefined],
  ])('“%s” is %s', (venue, short) => {
    expect(shortVenueOf(venue)).toBe(short);
  });
});
