import { t } from '../../lib/words/words.ts';
import { AddPapersButton } from '../import/add-papers-button.tsx';
import { Mark } from '../ui/icon.tsx';
import { PageNotes } from '../ui/page-notes.tsx';
import { ToastView } from '../ui/toast.tsx';
import { useToast } from '../ui/use-toast.ts';
import { AccessChoice } from './access-choice.tsx';
import { ButtonPlaceHint } from './button-place.tsx';
import { FirstKeys } from './first-keys.tsx';
import { SamplePage } from './sample-page.tsx';

/** The page that opens after installation: what Paperlight does, and the first steps. */
export function WelcomePage() {
  const toasts = useToast();
  return (
    <main class="welcome">
      <header class="welcome-header">
        <Mark />
        <h1>{t('welcome.heading')}</h1>
        <p>{t('welcome.about')}</p>
      </header>
      <section class="welcome-sample">
        <h2>{t('welcome.sampleHeading')}</h2>
        <SamplePage show={toasts.show} />
        <p class="welcome-hint">{t('welcome.sampleHint')}</p>
      </section>
      <div class="welcome-columns">
        <section>
          <h2>{t('welcome.buttonHeading')}</h2>
          <ButtonPlaceHint />
        </section>
        <section>
          <h2>{t('welcome.keysHeading')}</h2>
          <FirstKeys />
        </section>
        <section>
          <h2>{t('welcome.accessHeading')}</h2>
          <AccessChoice />
        </section>
        <section>
          <h2>{t('welcome.papersHeading')}</h2>
          <p>{t('welcome.papersHint')}</p>
          <AddPapersButton show={toasts.show} />
        </section>
      </div>
      <footer class="welcome-footer">
        <a href="library.html">{t('shared.library')}</a>
        <a href="library.html?view=list">{t('shared.readingList')}</a>
        <a href="options.html">{t('shared.settings')}</a>
      </footer>
      <PageNotes installation />
      <ToastView {...toasts} />
    </main>
  );
}
