/** Sends for the script with the rules when the first title of a frame is found. */
import { browser } from 'wxt/browser';
import type { Judge, JudgeScope, JudgeSource } from '../page/judge-source.ts';
import type { FromPage } from './messages.ts';

/** The rules for one frame. */
export class JudgeOnDemand implements JudgeSource {
  judge: Judge | undefined;
  private loading: Promise<void> | undefined;

  /** Loads the rules, once; again if that failed. */
  load(): Promise<void> {
    this.loading ??= this.send().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async send(): Promise<void> {
    (globalThis as JudgeScope).paperlightJudge = (judge) => {
      this.judge = judge;
    };
    const message: FromPage = { type: 'page/want-judge' };
    await browser.runtime.sendMessage(message);
    if (!this.judge) throw new Error('the rules did not come');
  }
}
