/** The keys that the browser keeps for the extension. */
import { markByCommand } from './mark-command.ts';
import { stepByCommand } from './mark-steps.ts';
import { saveByCommand } from './save-from-page.ts';
import { openSidePanelByCommand } from './side-panel.ts';

/** Answers all commands of the manifest. Call once, before anything is awaited. */
export function answerCommands(): void {
  stepByCommand();
  markByCommand();
  saveByCommand();
  openSidePanelByCommand();
}
