/** Loads the marking tools when the first title of a frame is found. */
import type { MarkingTools, ToolScope, ToolSource } from '../../page/marking-tools.ts';
import { sendUntilDone } from '../browser/send.ts';

/** The tools for one frame. */
export class ToolsOnDemand implements ToolSource {
  tools: MarkingTools | undefined;
  private loading: Promise<void> | undefined;

  /** Loads the tools; may be called again after a failure. */
  load(): Promise<void> {
    this.loading ??= this.request().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async request(): Promise<void> {
    (globalThis as ToolScope).paperlightTools = (tools) => {
      this.tools = tools;
    };
    await sendUntilDone('page/want-tools');
    if (!this.tools) throw new Error('the marking tools did not load');
  }
}
