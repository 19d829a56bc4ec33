/**
 * Parts of the extension in Firefox that puppeteer does not reach: its background, its popup and
 * its side panel.
 */
import { callOf } from './call.ts';
import type { Background, Part } from './driver.ts';
import type { FirefoxGlobals, MenuPopup, MessageManager } from './firefox-privileged.d.ts';
import type { FirefoxWindow } from './firefox-window.ts';

declare const WebExtensionPolicy: FirefoxGlobals['WebExtensionPolicy'];

/** A document of the extension with this id that is in no tab. */
export class FirefoxPart implements Part {
  protected readonly window: FirefoxWindow;
  protected readonly id: string;
  private readonly kind: 'background' | 'popup' | 'sidebar';

  constructor(window: FirefoxWindow, id: string, kind: 'background' | 'popup' | 'sidebar') {
    this.window = window;
    this.id = id;
    this.kind = kind;
  }

  evaluate: Part['evaluate'] = async (run, ...args) => {
    const answer = JSON.parse(
      await this.window.run(runInView, this.id, this.kind, callOf(run, args), String(runInFrame)),
    );
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  };

  /** Puts the focus into it. */
  focus(): Promise<void> {
    return this.window.run(
      (id, kind) => {
        const views = [...WebExtensionPolicy.getByID(id).extension.views];
        views.find((view) => view.viewType === kind)?.xulBrowser.focus();
      },
      this.id,
      this.kind,
    );
  }

  /**
   * Whether its panel is open. Firefox loads a popup in a hidden panel and moves it: what is asked
   * of the document meanwhile gets no answer.
   */
  isOpen(): Promise<boolean> {
    return this.window.run(
      (id, kind) => {
        const views = [...WebExtensionPolicy.getByID(id).extension.views];
        const panel = views.find((view) => view.viewType === kind)?.xulBrowser.closest<MenuPopup>('panel');
        return panel?.state === 'open';
      },
      this.id,
      this.kind,
    );
  }

  /** Whether its document is there. */
  isThere(): Promise<boolean> {
    return this.window.run(
      (id, kind) => [...WebExtensionPolicy.getByID(id).extension.views].some((view) => view.viewType === kind),
      this.id,
      this.kind,
    );
  }
}

/** The event page of the extension. */
export class EventPage extends FirefoxPart implements Background {
  constructor(window: FirefoxWindow, id: string) {
    super(window, id, 'background');
  }

  stop(): Promise<void> {
    return this.window.run(
      (id) => WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true }),
      this.id,
    );
  }

  isRunning(): Promise<boolean> {
    return this.window.run((id) => WebExtensionPolicy.getByID(id).extension.backgroundState === 'running', this.id);
  }
}

/**
 * Runs in the browser's window: has the process of the document run `code` and waits for the
 * answer.
 */
async function runInView(id: string, kind: string, code: string, runInFrame: string): Promise<string> {
  const { extension } = WebExtensionPolicy.getByID(id);
  if (kind === 'background') await extension.wakeupBackground();
  const manager = [...extension.views].find((view) => view.viewType === kind)?.xulBrowser.messageManager;
  if (!manager) throw new Error(`the extension has no ${kind}`);
  const name = `paperlight:${Math.random()}`;
  const answered = new Promise<string>((resolve) => {
    const listener: Parameters<MessageManager['addMessageListener']>[1] = ({ data }) => {
      manager.removeMessageListener(name, listener);
      resolve(data);
    };
    manager.addMessageListener(name, listener);
  });
  const script = `(${runInFrame})(${JSON.stringify(name)}, ${JSON.stringify(code)})`;
  manager.loadFrameScript(`data:;charset=utf-8,${encodeURIComponent(script)}`, false);
  return answered;
}

declare const content: Window;
declare const Cu: {
  Sandbox: new (principal: Window, options: { sandboxPrototype: Window; wantXrays: boolean }) => object;
  evalInSandbox(code: string, sandbox: object): Promise<string>;
};
declare function sendAsyncMessage(name: string, data: string): void;

/**
 * Runs beside the document, in its process. A sandbox may evaluate what the extension's own policy
 * forbids.
 */
async function runInFrame(name: string, code: string): Promise<void> {
  const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
  const answer = Cu.evalInSandbox(
    `(async () => {
      try { return JSON.stringify({ value: await ${code} }); } catch (error) { return JSON.stringify({ error: String(error) }); }
    })()`,
    sandbox,
  );
  sendAsyncMessage(name, await answer);
}
