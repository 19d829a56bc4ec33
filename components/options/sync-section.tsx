import { useState } from 'preact/hooks';
import { MAX_TOTAL_BYTES } from '../../lib/core/sync/quota.ts';
import { readableTitle } from '../../lib/core/text/readable-title.ts';
import type { SyncReport } from '../../lib/extension/browser/sync-state.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { Switch } from '../ui/switch.tsx';
import { Section, type SectionProps } from './section.tsx';
import { roomUsed, whatIsLeft, whatIsWrong, whenSynced, whyLeft } from './sync-sentences.ts';
import { useSync } from './use-sync.ts';

/** Message about what is synced, through whose account, and who could read it. */
const ABOUT_KEY = import.meta.env.FIREFOX ? 'settings.syncAboutInFirefox' : 'settings.syncAboutInChromium';

/** The reading list on more than one machine. */
export function SyncSection({ settings, change }: SectionProps) {
  const { report, error, isBusy, syncNow, deleteAll } = useSync(settings.sync);
  const wrong = report && settings.sync ? whatIsWrong(report) : '';
  return (
    <Section place="your-other-browsers">
      <Switch label={t('settings.syncOn')} on={settings.sync} onChange={(sync) => change({ sync })} />
      <p class="section-text">{t(ABOUT_KEY)}</p>
      <p class="field-wrong" role="alert">
        {wrong} {error && t('settings.syncFailed', { detail: error })}
      </p>
      {report && (
        <>
          <div class="room">
            <div class="room-bar" aria-hidden="true">
              <div style={{ width: `${(100 * report.bytes) / MAX_TOTAL_BYTES}%` }} />
            </div>
            <span>{roomUsed(report, settings.sync)}</span>
          </div>
          <div role="status" class="section-text">
            {settings.sync && (isBusy ? t('settings.syncing') : whenSynced(report.syncedAt, Date.now()))}
          </div>
          <LeftList left={report.left} isOn={settings.sync} />
          {settings.sync && (
            <button type="button" class="button" disabled={isBusy} onClick={syncNow}>
              {t('settings.syncNow')}
            </button>
          )}
          {!settings.sync && report.isHeld && (
            <div class="held">
              <p>{t('settings.syncHolds')}</p>
              <button type="button" class="button" disabled={isBusy} onClick={deleteAll}>
                {t('settings.syncDelete')}
              </button>
            </div>
          )}
        </>
      )}
    </Section>
  );
}

/** How many rows are shown at first. */
const MAX_FIRST_ROWS = 8;

interface LeftListProps {
  left: SyncReport['left'];
  isOn: boolean;
}

/** What is not synced, by paper. Titles are only counted, since the reader did not write them. */
function LeftList({ left, isOn }: LeftListProps) {
  const [isWhole, setWhole] = useState(false);
  const own = left.filter(({ what }) => what !== 'title');
  const titles = left.length - own.length;
  return (
    <>
      {own.length > 0 && (
        <div class="left">
          <p id="left">{whatIsLeft(left, isOn)}</p>
          <ul class="sites" aria-labelledby="left">
            {(isWhole ? own : own.slice(0, MAX_FIRST_ROWS)).map((each) => (
              <li key={each.paperId + each.what} class="left-paper">
                <span>{readableTitle(each.title ?? t('settings.unknownPaper'))}</span>
                <span class="radio-hint">{whyLeft(each)}</span>
              </li>
            ))}
          </ul>
          {own.length > MAX_FIRST_ROWS && !isWhole && (
            <button type="button" class="button" onClick={() => setWhole(true)}>
              {t('settings.showAll', { n: formatNumber(own.length) })}
            </button>
          )}
        </div>
      )}
      {titles > 0 && <p class="section-text">{t('settings.titlesLeft', titles, { n: formatNumber(titles) })}</p>}
    </>
  );
}
