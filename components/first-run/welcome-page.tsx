import { AddPapersButton } from '../import/add-papers-button.tsx';
import { Mark } from '../ui/icon.tsx';
import { PageNotes } from '../ui/page-notes.tsx';
import { ToastView } from '../ui/toast.tsx';
import { useToast } from '../ui/use-toast.ts';
import { AccessChoice } from './access-choice.tsx';
import { ButtonPlaceHint } from './button-place.tsx';
import { FirstKeys } from './first-keys.tsx';
import { SamplePage } from './sample-page.tsx';

/**
 * The page that opens after the installation: what Paperlight does, and what there is to know at
 * first.
 */
export function WelcomePage() {
  const toasts = useToast();
  return (
    <main class="welcome">
      <header class="welcome-header">
        <Mark />
        <h1>Papers you know light up on the pages you read</h1>
        <p>
          Paperlight keeps digests of machine-learning papers and your own library, finds any of them in a few
          keystrokes, and keeps a reading list. Offline, without an account.
        </p>
      </header>
      <section class="welcome-sample">
        <h2>Like this</h2>
        <SamplePage show={toasts.show} />
        <p class="welcome-hint">
          Save one. On web pages, rest the pointer on a mark: a card says what the paper is, and saves it.
        </p>
      </section>
      <div class="welcome-columns">
        <section>
          <h2>The button</h2>
          <ButtonPlaceHint />
        </section>
        <section>
          <h2>The keys</h2>
          <FirstKeys />
        </section>
        <section>
          <h2>Site access</h2>
          <AccessChoice />
        </section>
        <section>
          <h2>Your papers</h2>
          <p>Bring what you have: BibTeX, RIS, CSL-JSON or CSV. Drop a file here, paste it, or press the button.</p>
          <AddPapersButton show={toasts.show} />
        </section>
      </div>
      <footer class="welcome-footer">
        <a href="library.html">Library</a>
        <a href="library.html?view=list">Reading list</a>
        <a href="options.html">Settings</a>
      </footer>
      <PageNotes installation />
      <ToastView {...toasts} />
    </main>
  );
}
