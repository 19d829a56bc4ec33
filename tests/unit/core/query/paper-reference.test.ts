import { describe, expect, it } from 'vitest';
import { interpretQuery } from '../../../../lib/core/query/interpret-query.ts';
import { isReferredTo } from '../../../../lib/core/query/is-referred-to.ts';
import { paperReference } from '../../../../lib/core/query/paper-reference.ts';
import { queryContext } from '../../../../lib/core/query/query-context.ts';

const known = {
  known: { arxiv: '2406.01234', doi: '10.1145/3292500.3330701', openreview: 'rJl-b3RcF7' },
  codeLinks: ['https://github.com/Owner/Code-Of-It', 'https://project.example.org/page/'],
  said: { pmid: '31452104', acl: '2020.acl-main.1' },
  links: ['https://proceedings.example.org/paper/2019/hash/0a1b-Abstract.html'],
};
const unknown = { known: { arxiv: '2406.01235' }, codeLinks: ['https://github.com/owner/code'] };

describe('A query that names a paper', () => {
  it('finds it by what a page only said, too', () => {
    const learned = [{ kind: 'arxiv' as const, id: '2406.01234', host: 'x.org', day: null, isProven: false }];
    const reference = paperReference('2406.01234');
    expect(reference && isReferredTo({ learned, codeLinks: [] }, reference)).toBe(true);
  });

  it.each([
    '2406.01234',
    ' 2406.01234v3 ',
    'arXiv:2406.01234',
    'arxiv: 2406.01234',
    'https://arxiv.org/abs/2406.01234',
    'http://www.arxiv.org/pdf/2406.01234v2.pdf',
    'arxiv.org/abs/2406.01234',
    'HTTPS://ArXiv.org/abs/2406.01234',
    'https://huggingface.co/papers/2406.01234',
    '10.48550/arXiv.2406.01234',
    'https://doi.org/10.48550/arXiv.2406.01234',
    '2406.01234.pdf',
    '2406.01234v1.pdf',
    '10.1145/3292500.3330701',
    'doi:10.1145/3292500.3330701',
    'DOI: 10.1145/3292500.3330701',
    'https://doi.org/10.1145/3292500.3330701.',
    'https://dl.acm.org/doi/10.1145/3292500.3330701',
    'https://openreview.net/forum?id=rJl-b3RcF7',
    'openreview.net/pdf?id=rJl-b3RcF7',
    'https://github.com/owner/code-of-it',
    'github.com/owner/code-of-it/tree/main/src?x#y',
    'https://github.com/owner/code-of-it.git',
    'https://project.example.org/page',
    '<https://www.project.example.org/page/>',
    'https://proceedings.example.org/paper/2019/hash/0a1b-Abstract.html',
    'https://aclanthology.org/2020.acl-main.1',
    'https://pubmed.ncbi.nlm.nih.gov/31452104/',
    'PMID: 31452104',
  ])('%s finds that paper alone', (query) => {
    const reference = paperReference(query);
    expect(reference && isReferredTo(known, reference)).toBe(true);
    expect(reference && isReferredTo(unknown, reference)).toBe(false);
    expect(interpretQuery(query, queryContext([], []))).toMatchObject({ reference, words: '', problems: [] });
  });

  it.each(['gan', '3.14', '2406', 'github', 'a/b', 'text-to-image', 'see arxiv.org/abs/2406.01234 for it', 'GPT-4.5'])(
    '%s is none',
    (query) => {
      expect(paperReference(query)).toBeUndefined();
    },
  );

  it.each([
    ['3412_rolling_diffusion_models.pdf', 'rolling diffusion models'],
    ['Rolling Diffusion Models (1).pdf', 'Rolling Diffusion Models'],
    ['/home/me/papers/rolling-diffusion-models.pdf', 'rolling diffusion models'],
    ['C:\\papers\\2023_Smith_Rolling%20Diffusion.PDF', 'Smith Rolling Diffusion'],
    [
      'NeurIPS-2023-rolling-diffusion-models-Paper-Conference.pdf',
      'NeurIPS-2023 rolling diffusion models Paper Conference',
    ],
  ])('the file %s is asked for by its words', (query, words) => {
    expect(interpretQuery(query, queryContext([], []))).toMatchObject({ words, problems: [] });
  });
});
