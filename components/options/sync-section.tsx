import { useState } from 'preact/hooks';
import { TOTAL_BYTES } from '../../lib/core/sync/quota.ts';
import { readableTitle } from '../../lib/core/text/readable-title.ts';
import type { SyncReport } from '../../lib/extension/browser/sync-state.ts';
import { count } from '../ui/sentences.ts';
import { Switch } from '../ui/switch.tsx';
import { Section, type SectionProps } from './section.tsx';
import { roomUsed, whatIsLeft, whatIsWrong, whenSynced, whyLeft } from './sync-sentences.ts';
import { useSync } from './use-sync.ts';

/** Whose account it is, and who could read what is there. */
const ACCOUNT = import.meta.env.FIREFOX
  ? 'your Mozilla account, encrypted so that Mozilla can’t read it'
  : 'the account that you are signed in to it with. In Chrome that is Google’s, and Google can read it unless you gave the sync a passphrase of your own';

/** The reading list on more than one machine. */
export function SyncSection({ settings, change }: SectionProps) {
  const { report, error, isBusy, syncNow, deleteAll } = useSync(settings.sync);
  const wrong = report && settings.sync ? whatIsWrong(report) : '';
  return (
    <Section title="Your other browsers">
      <Switch
        label="Keep the reading list the same in all of them"
        on={settings.sync}
        onChange={(sync) => change({ sync })}
      />
      <p class="section-text">
        In all browsers in which this is on and that are signed in to the same account. The browser’s own sync carries
        which papers you saved or removed and when, how far you have read, tags, notes, the order, titles, and a random
        name for each browser; nothing else. The browser takes it to {ACCOUNT}. If you are not signed in, it stays on
        this computer. Paperlight itself sends nothing anywhere.
      </p>
      <p class="field-wrong" role="alert">
        {wrong} {error && `That did not work (${error}). Try again.`}
      </p>
      {report && (
        <>
          <div class="room">
            <div class="room-bar" aria-hidden="true">
              <div style={{ width: `${(100 * report.bytes) / TOTAL_BYTES}%` }} />
            </div>
            <span>
              {settings.sync ? '' : 'Would take '}
              {roomUsed(report.bytes)} for {count(report.rows, 'paper')}
            </span>
          </div>
          <div role="status" class="section-text">
            {settings.sync && (isBusy ? 'Syncing…' : whenSynced(report.syncedAt, Date.now()))}
          </div>
          <LeftList left={report.left} isOn={settings.sync} />
          {settings.sync && (
            <button type="button" class="button" disabled={isBusy} onClick={syncNow}>
              Sync now
            </button>
          )}
          {!settings.sync && report.isHeld && (
            <div class="held">
              <p>
                The browser’s sync still holds your list, and so may your account. You can delete it there too. The list
                on this computer stays. Another browser in which this is still on puts its list there again: turn it off
                there first.
              </p>
              <button type="button" class="button" disabled={isBusy} onClick={deleteAll}>
                Delete what the sync holds
              </button>
            </div>
          )}
        </>
      )}
    </Section>
  );
}

/** Rows that are shown before the reader asks for all. */
const FEW = 8;

interface LeftListProps {
  left: SyncReport['left'];
  isOn: boolean;
}

/** What is not carried, by paper. Titles are counted only: they are no work of the reader's. */
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
            {(isWhole ? own : own.slice(0, FEW)).map((each) => (
              <li key={each.paperId + each.what} class="left-paper">
                <span>{readableTitle(each.title ?? 'A paper that is not in this catalogue')}</span>
                <span class="radio-hint">{whyLeft(each)}</span>
              </li>
            ))}
          </ul>
          {own.length > FEW && !isWhole && (
            <button type="button" class="button" onClick={() => setWhole(true)}>
              Show all {own.length}
            </button>
          )}
        </div>
      )}
      {titles > 0 && (
        <p class="section-text">
          There is no room for {count(titles, 'title')}: a browser whose digests don’t have these papers keeps them, but
          can’t show them.
        </p>
      )}
    </>
  );
}
