import { useRef, useState } from 'preact/hooks';
import { withSite } from '../../lib/extension/browser/settings.ts';
import { PatternError, parsePattern } from '../../lib/extension/browser/site-pattern.ts';
import { Icon } from '../ui/icon.tsx';
import type { Toasts } from '../ui/use-toast.ts';
import { Section, type SectionProps } from './section.tsx';

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
      if (settings.sitesOff.includes(pattern)) throw new PatternError(`“${pattern}” is in the list already.`);
      change(withSite(settings, pattern, false));
      setTyped('');
      setWrong('');
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      setWrong(error.message);
      field.current?.focus();
    }
  };
  const remove = (pattern: string, index: number): void => {
    change(withSite(settings, pattern, true));
    show({
      text: `“${pattern}” removed`,
      tone: 'note',
      action: { label: 'Undo', run: () => change(withSite(settings, pattern, false)) },
    });
    // The button that had the focus goes; the next one, or the field, is where the reader goes on.
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    (buttons[index + 1] ?? buttons[index - 1] ?? field.current)?.focus();
  };

  return (
    <Section title="Sites that are off">
      <p class="section-text">
        {settings.mode === 'always'
          ? 'Titles are not marked there. The switch in the popup adds to this list too.'
          : 'The list counts when titles are marked on every page.'}
      </p>
      <form class="add" onSubmit={add}>
        <label for="site">Turn a site off</label>
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
            Add
          </button>
        </div>
        <p class="field-wrong" id="site-wrong" role="alert">
          {wrong}
        </p>
        <p class="field-hint" id="site-hint">
          <code>*.example.org</code> is the site and all below it, <code>example.org/path/*</code> a part of it.
        </p>
      </form>
      {settings.sitesOff.length === 0 ? (
        <p class="empty">No site is off.</p>
      ) : (
        <ul class="sites" ref={list} aria-label="Sites that are off">
          {settings.sitesOff.map((pattern, index) => (
            <li key={pattern} class="site">
              <span class="site-name">{pattern}</span>
              <button
                type="button"
                class="icon-button"
                title="Remove"
                aria-label={`Remove ${pattern}`}
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
