import { describe, expect, it } from 'vitest';
import { readPageInSteps } from '../../../../lib/page/papers/read-page.ts';
import { cpuTime } from '../../../fixtures/cpu-time.ts';
import { documentOf } from './document-of.ts';
import { huggingFacePage } from './fixtures.ts';

const COUNT = 5_000;
const numbers = Array.from({ length: COUNT }, (_, i) => i);
const id = (i: number): string => `24${String(1 + (i % 12)).padStart(2, '0')}.${String(10_000 + i)}`;
const title = (i: number): string => `Wide Nets of Attention ${i}`;

/** Pages of many papers, each with its address. */
const pages: Record<string, [address: string, html: () => string]> = {
  arXiv: [
    'https://arxiv.org/list/cs/new',
    () =>
      `<dl>${numbers.map((i) => `<dt><a href="/abs/${id(i)}" title="Abstract">x</a></dt><dd><div class="list-title">Title: ${title(i)}</div><div class="list-authors"><a>Ada Lovelace</a></div></dd>`).join('')}</dl>`,
  ],
  'Hugging Face': [
    'https://huggingface.co/papers',
    () => huggingFacePage(numbers.map((i) => ({ id: id(i), title: title(i) }))),
  ],
  'a table': [
    'https://conference.example/',
    () =>
      `<table>${numbers.map((i) => `<tr><td>${title(i)}</td><td>Ada Lovelace</td><td><a href="https://arxiv.org/abs/${id(i)}">pdf</a></td></tr>`).join('')}</table>`,
  ],
  'a list in one paragraph': [
    'https://conference.example/',
    () => `<p>${numbers.map((i) => `<a href="https://arxiv.org/abs/${id(i)}">${title(i)}</a><br>`).join('')}</p>`,
  ],
  'links to one paper': [
    'https://conference.example/',
    () =>
      `<div>${numbers.map((i) => `<div><a href="https://arxiv.org/abs/${id(1)}#${i}">here</a></div>`).join('')}</div>`,
  ],
};

describe.each(Object.entries(pages))('5,000 papers of %s', (name, [address, html]) => {
  it('are read in small steps', () => {
    const document = documentOf(html());
    const times: number[] = [];
    const steps = readPageInSteps(document, address);
    for (;;) {
      const start = cpuTime();
      const step = steps.next();
      times.push(cpuTime() - start);
      if (!step.done) continue;
      if (name !== 'links to one paper') expect(step.value.papers).toHaveLength(COUNT);
      break;
    }
    expect(times.length).toBeGreaterThan(COUNT);
    times.sort((a, b) => b - a);
    // The first look at the page is one step, and one may be late by chance. A step that looks at
    // all papers would take as long as these.
    const whole = times.reduce((sum, time) => sum + time, 0);
    expect(times[5]).toBeLessThan(Math.max(50, whole / 20));
  });
});
