/**
 * A card's content. Built node by node: pages may forbid markup in strings, and style attributes.
 */

import { nextStatus } from '../../core/model/statuses.ts';
import { lookupLinks } from '../../core/pages/paper-links.ts';
import { formatNumber } from '../../words/numbers.ts';
import { statusWord } from '../../words/status-words.ts';
import { type PlainKey, t } from '../../words/words.ts';
import type { CardChange, CardPaper } from './client.ts';
import type { PreloadedWords } from './preloaded-words.ts';

const BOOKMARK = 'M4 2.5h8v11L8 10.2 4 13.5z';
const DONE: Partial<Record<CardChange, { said: PlainKey; undo?: CardChange }>> = {
  save: { said: 'card.saved', undo: 'remove' },
  remove: { said: 'card.removed', undo: 'bring-back' },
  'bring-back': { said: 'card.broughtBack' },
};

/** Which mark the reader has stepped to, and out of how many. */
export interface Step {
  number: number;
  of: number;
}

/** What the reader can do in a card. The handler decides whether the event was intended. */
export interface CardActions {
  change(change: CardChange, event: Event): void;
  /** Opens the paper in the library: a card without `change` is read-only. */
  open(event: Event): void;
}

/** A card's content. */
export class CardView {
  readonly element = element('div', 'card');
  private readonly title = element('h2');
  private readonly body = element('div', 'body');
  private readonly error = element('p', 'error');
  private readonly foot = element('div', 'foot');
  private readonly save = element('button', 'save');
  private readonly status = element('button', 'status written');
  private readonly state = element('p', 'state written');
  private readonly undo = element('button', 'undo written');
  private kept: CardPaper['kept'] = null;
  /** The latest change from this card. */
  private done: CardChange | undefined;
  private isWaiting = false;
  private readonly canChange: boolean;

  private readonly words: PreloadedWords;

  constructor(
    step: Step | undefined,
    { change, open }: Pick<CardActions, 'open'> & Partial<CardActions>,
    words: PreloadedWords,
  ) {
    this.canChange = change !== undefined;
    this.words = words;
    const { language, undo } = words;
    attributes(this.element, {
      role: 'dialog',
      'aria-labelledby': 'title',
      lang: language,
      dir: 'ltr',
      tabindex: '-1',
    });
    attributes(this.error, { role: 'alert' });
    attributes(this.state, { role: 'status' });
    attributes(this.undo, { type: 'button', 'aria-label': undo, 'data-text': undo });
    attributes(this.save, { type: 'button', 'aria-describedby': 'title' });
    attributes(this.status, { type: 'button', 'aria-describedby': 'title' });
    this.title.id = 'title';
    // Titles and abstracts are mostly English, whatever the reader's language.
    attributes(this.title, { lang: 'en' });
    this.save.append(icon(BOOKMARK), element('span', 'written'));
    // The position is part of the accessible name, so that it is read out too.
    if (step) {
      const place = element(
        'p',
        'place',
        t('card.place', { n: formatNumber(step.number), total: formatNumber(step.of) }),
      );
      place.id = 'place';
      attributes(this.element, { 'aria-labelledby': 'title place' });
      this.body.append(place);
    }
    this.body.append(this.title);
    this.foot.append(this.save, this.status, this.state, this.undo);
    this.element.append(this.body, this.error, this.foot);
    const on = (button: HTMLElement, wanted: () => CardChange | undefined): void =>
      button.addEventListener('click', (event) => {
        const asked = wanted();
        if (!change) open(event);
        else if (asked && !this.isWaiting) change(asked, event);
      });
    on(this.save, () => (this.kept ? 'remove' : 'save'));
    // An unsaved paper has this button too, and it saves: so a click in its place tells the page
    // nothing.
    on(this.status, () => (this.kept ? nextStatus(this.kept.status) : 'save'));
    on(this.undo, () => this.latestDone?.undo);
    if (!change) this.status.hidden = this.undo.hidden = true;
  }

  /** Shows a paper, or its changes. */
  show(paper: CardPaper): void {
    this.kept = paper.kept;
    this.error.textContent = '';
    if (this.title.textContent !== paper.title) {
      this.title.textContent = paper.title;
      const abstract = element('p', 'abstract', paper.abstract);
      abstract.id = 'abstract';
      attributes(abstract, { lang: 'en' });
      attributes(this.element, { 'aria-describedby': 'abstract' });
      this.body.append(
        ...(paper.byline ? [written('p', paper.byline, 'byline')] : []),
        list(
          'digests',
          t('card.digests'),
          paper.digests.map((name) => written('li', name)),
        ),
        ...(paper.others.length > 0
          ? [
              list(
                'digests',
                t('card.others'),
                paper.others.map((who) => written('li', otherOf(who))),
              ),
            ]
          : []),
        abstract,
        list(
          'links',
          t('card.links'),
          linksOf(paper).map(([text, url]) => entry(text, url)),
        ),
      );
    }
    this.update();
  }

  /** Ignores clicks until {@link confirm}, {@link fail} or {@link askAgain} is called. */
  wait(): void {
    this.isWaiting = true;
  }

  /** Says that nothing was done, since the card had not been visible long enough. */
  askAgain(): void {
    this.isWaiting = false;
    attributes(this.state, { 'data-text': this.words.pressAgain });
  }

  /** Says that a change is on disk. */
  confirm(change: CardChange): void {
    this.done = change;
    this.error.textContent = '';
    this.isWaiting = false;
    this.update();
  }

  /** Says what went wrong. */
  fail(why: string): void {
    this.error.textContent = why;
    this.isWaiting = false;
    if (this.title.textContent) return;
    this.title.textContent = 'Paperlight';
    this.foot.hidden = true;
  }

  /** The latest change, unless it was undone from elsewhere. */
  private get latestDone(): (typeof DONE)[CardChange] {
    const holds = this.done && (this.kept !== null) === (this.done !== 'remove');
    return holds ? DONE[this.done as CardChange] : undefined;
  }

  private update(): void {
    const { status = 'to-read', hasNote } = this.kept ?? {};
    const label = statusWord(status);
    const isKept = this.kept !== null;
    const name = t(this.canChange ? (isKept ? 'card.saved' : 'card.save') : 'card.open');
    attributes(this.save, { 'aria-label': this.canChange ? name : t('card.openInPaperlight') });
    if (this.canChange) attributes(this.save, { 'aria-pressed': String(isKept) });
    attributes(this.save.lastElementChild as Element, { 'data-text': name });
    attributes(this.status, {
      'data-text': label,
      'aria-label': t(isKept ? 'shared.statusIs' : 'card.saveAs', { status: label }),
    });
    const saved = this.canChange ? t('card.listed') : label;
    const state = isKept ? (hasNote ? t('card.hasNote') : saved) : t('card.notListed');
    attributes(this.state, { 'data-text': this.latestDone ? t(this.latestDone.said) : state });
    this.undo.classList.toggle('offered', this.latestDone?.undo !== undefined);
  }
}

function otherOf(who: string): string {
  return who === '' ? t('card.otherUnknown') : t('card.other', { who });
}

function linksOf({ title, codeLinks }: CardPaper): [text: string, url: string][] {
  return [
    ...codeLinks.map((url): [string, string] => [url.replace(/^https?:\/\/(?:www\.)?|\/$/g, ''), url]),
    ...lookupLinks(title).map(({ site, url }): [string, string] => [site, url]),
  ];
}

function entry(text: string, url: string): HTMLElement {
  const item = element('li');
  const link = element('a', '', text);
  attributes(link, { href: url, target: '_blank', rel: 'noreferrer noopener' });
  item.append(link);
  return item;
}

function list(className: string, label: string, items: HTMLElement[]): HTMLElement {
  const made = element('ul', className);
  // WebKit drops the list role of lists without bullets.
  attributes(made, { role: 'list', 'aria-label': label });
  made.append(...items);
  return made;
}

/** An element whose text is in an attribute, where the page can't search for it. */
function written(name: 'li' | 'p', text: string, className = ''): HTMLElement {
  const made = element(name, `written ${className}`.trim());
  attributes(made, { 'data-text': text });
  return made;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function icon(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  attributes(svg, { viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  attributes(shape, { d: path });
  svg.append(shape);
  return svg;
}

function attributes(to: Element, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) to.setAttribute(name, value);
}
