import { useMemo } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import { type Month, monthsUpTo } from '../../lib/core/model/months.ts';
import type { Digest } from '../../lib/core/model/paper.ts';
import { sourceName } from '../../lib/extension/browser/digest-name.ts';
import { formatDate } from '../../lib/words/dates.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import '../styles/months.css';

interface MonthsChartProps {
  sources: readonly Digest[];
  entries: ReadonlyMap<string, ReadingListEntry> | undefined;
  /** Shows the papers of a source. */
  onOpen(sourceId: string): void;
  /** Shows the results of a query. */
  onAsk(query: string): void;
}

const MONTHS = 12;
const BAR_LABELS = { saved: 'sources.monthSaved', read: 'sources.monthRead' } as const;

/**
 * Papers that were added, saved and read in each of the last twelve months. Each bar opens its
 * papers; renders nothing without data.
 */
export function MonthsChart({ sources, entries, onOpen, onAsk }: MonthsChartProps) {
  const months = useMemo(() => monthsUpTo(Date.now(), MONTHS, sources, entries?.values() ?? []), [sources, entries]);
  const rows = [
    {
      title: t('sources.came'),
      bars: months.map(({ name, came }) =>
        came.map(({ source, count: papers }) => ({
          label: t('sources.monthCame', papers, {
            n: formatNumber(papers),
            source: sourceName(source),
            month: monthOf(name, 'long'),
          }),
          height: papers,
          show: () => onOpen(source.id),
        })),
      ),
    },
    { title: t('sources.saved'), bars: months.map(({ name, saved }) => barOf(saved, 'saved', name)) },
    { title: t('sources.read'), bars: months.map(({ name, read }) => barOf(read, 'read', name)) },
  ].filter(({ bars }) => bars.some(({ length }) => length > 0));

  function barOf(papers: number, what: keyof typeof BAR_LABELS, month: Month['name']) {
    const label = t(BAR_LABELS[what], papers, { n: formatNumber(papers), month: monthOf(month, 'long') });
    return papers === 0 ? [] : [{ label, height: papers, show: () => onAsk(`${what}:${month}`) }];
  }

  if (rows.length === 0) return null;
  return (
    <figure class="months" aria-label={t('sources.months')}>
      {rows.map(({ title, bars }) => {
        const heights = bars.map((stack) => stack.reduce((sum, { height }) => sum + height, 0));
        const highest = Math.max(...heights);
        return (
          <div key={title} class="months-row">
            <span class="months-title">
              {title} <span class="months-most">{t('sources.upTo', { n: formatNumber(highest) })}</span>
            </span>
            <ul class="months-bars" aria-label={title}>
              {bars.map((stack, i) => (
                <li key={months[i]?.name} class="months-stack">
                  {stack.map(({ label, height, show }) => (
                    <button
                      key={label}
                      type="button"
                      class="months-bar"
                      style={{ flexGrow: height / highest }}
                      title={label}
                      aria-label={label}
                      onClick={show}
                    />
                  ))}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <figcaption class="months-ends">
        {[months.at(0), months.at(-1)].map((month) => (
          <span key={month?.name}>{month && monthOf(month.name, 'short')}</span>
        ))}
      </figcaption>
    </figure>
  );
}

function monthOf(name: string, month: 'long' | 'short'): string {
  return formatDate(Date.parse(`${name}-01T00:00`), { month, year: 'numeric' });
}
