import { useRef, useState } from 'preact/hooks';
import { withSite } from '../../lib/extension/browser/settings.ts';
import { PatternError, parsePattern } from '../../lib/extension/browser/site-pattern.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../ui/icon.tsx';
import { RichText } from '../ui/rich-text.tsx';
import type { Toasts } from '../ui/use-toast.ts';
import { Section, type SectionProps } from './section.tsx';
import { whyNoPattern } from './site-sentences.ts';

interface SitesSectionProps extends SectionProps {
  show: Toasts['show'];
}

/** The sites on which titles are not marked. */
export function SitesSection({ settings, change, show }: SitesSectionProps) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);

  const add = (event: Event): void => {
    event.preventDefault();
    try {
      const pattern = parsePattern(typed);
      if (settings.sitesOff.includes(pattern)) throw new PatternError({ what: 'known', pattern });
      change(withSite(settings, pattern, false));
      setTyped('');
      setWrong('');
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      setWrong(whyNoPattern(error.problem));
      field.current?.focus();
    }
  };
  const remove = (pattern: string, index: number): void => {
    change(withSite(settings, pattern, true));
    show({
      text: t('settings.siteRemoved', { pattern }),
      tone: 'note',
      action: { label: t('shared.undo'), run: () => change(withSite(settings, pattern, false)) },
    });
    // The focused button is removed: the focus moves to the next one, or to the field.
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    (buttons[index + 1] ?? buttons[index - 1] ?? field.current)?.focus();
  };

  return (
    <Section place="sites-that-are-off">
      <p class="section-text">{t(settings.mode === 'always' ? 'settings.sitesHint' : 'settings.sitesHintElse')}</p>
      <form class="add" onSubmit={add}>
        <label for="site">{t('settings.turnOff')}</label>
        <div class="add-row">
          <input
            id="site"
            ref={field}
            type="text"
            class="field"
            placeholder="example.org"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={typed}
            aria-invalid={wrong !== ''}
            aria-describedby="site-wrong site-hint"
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setWrong('');
            }}
          />
          <button type="submit" class="button">
            {t('settings.addSite')}
          </button>
        </div>
        <p class="field-wrong" id="site-wrong" role="alert">
          {wrong}
        </p>
        <p class="field-hint" id="site-hint">
          <RichText
            of="settings.patternHint"
            parts={{ all: <code>*.example.org</code>, part: <code>example.org/path/*</code> }}
          />
        </p>
      </form>
      {settings.sitesOff.length === 0 ? (
        <p class="empty">{t('settings.noSiteOff')}</p>
      ) : (
        <ul class="sites" ref={list} aria-label={t('settings.sites')}>
          {settings.sitesOff.map((pattern, index) => (
            <li key={pattern} class="site">
              <span class="site-name">{pattern}</span>
              <button
                type="button"
                class="icon-button"
                title={t('settings.removeSite')}
                aria-label={t('settings.removeThisSite', { pattern })}
                onClick={() => remove(pattern, index)}
              >
                <Icon name="clear" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
