/**
 * As much of Firefox's own API (https://searchfox.org) as the driver uses. It is there in the
 * browser's window only.
 */

/** A document of an extension: its background, its popup, its side panel, a tab. */
export interface ExtensionView {
  viewType: 'background' | 'popup' | 'sidebar' | 'tab';
  xulBrowser: HTMLElement & { messageManager: MessageManager };
}

/** The way to the process of a document. */
export interface MessageManager {
  addMessageListener(name: string, listener: (message: { data: string }) => void): void;
  removeMessageListener(name: string, listener: (message: { data: string }) => void): void;
  loadFrameScript(url: string, isDelayed: boolean): void;
}

/** An installed extension. */
export interface PrivilegedExtension {
  views: Set<ExtensionView>;
  /** Tells those who listen for one of its events. */
  emit(event: string, ...args: unknown[]): void;
  backgroundState: 'running' | 'starting' | 'suspending' | 'stopped';
  wakeupBackground(): Promise<void>;
  terminateBackground(options: { ignoreDevToolsAttached: boolean }): Promise<void>;
}

/** What holds the documents of a tab. */
export interface BrowsingContext {
  mediumOverride: string;
  forcedColorsOverride: 'none' | 'active' | 'inactive';
}

/** A tab of the window. */
export interface Tab extends Element {
  linkedBrowser: { currentURI: { spec: string }; browsingContext: BrowsingContext };
}

/** A menu, or a submenu. */
export interface MenuPopup extends HTMLElement {
  state: 'closed' | 'showing' | 'open' | 'hiding';
  activateItem(item: MenuItem): void;
}

/** An entry in a menu. */
export interface MenuItem extends HTMLElement {
  parentElement: MenuPopup;
}

/** Types as an input method does. */
export interface TextInputProcessor {
  beginInputTransactionForTests(window: Window): boolean;
  keydown(event: KeyboardEvent): number;
  keyup(event: KeyboardEvent): void;
}

/** What the modules that manage extensions have. */
export interface ExtensionModules {
  AddonManager: { getAddonByID(id: string): Promise<{ uninstall(): Promise<void> } | null> };
  /** What readers have allowed and withheld. */
  ExtensionPermissions: {
    get(id: string): Promise<{ origins: string[] }>;
    remove(
      id: string,
      what: { permissions: string[]; origins: string[] },
      extension: PrivilegedExtension,
    ): Promise<void>;
  };
  Management: {
    once(
      event: 'cleanupAfterUninstall',
      listener: (event: string, id: string, tasks: { promise: Promise<void> }[]) => void,
    ): void;
  };
}

/** The globals of the browser's window. */
export interface FirefoxGlobals {
  Cc: { '@mozilla.org/text-input-processor;1': { createInstance(type: object): TextInputProcessor } };
  Ci: { nsITextInputProcessor: object };
  Services: {
    prefs: {
      setIntPref(name: string, value: number): void;
      setBoolPref(name: string, value: boolean): void;
      clearUserPref(name: string): void;
    };
    scriptSecurityManager: { getSystemPrincipal(): object };
  };
  gURLBar: {
    value: string;
    view: { visibleResults: { payload: { title: string } }[]; selectedRowIndex: number };
    focus(): void;
    search(text: string): void;
    handleCommand(): void;
  };
  ChromeUtils: { importESModule(url: string): ExtensionModules };
  SidebarController: { hide(): void };
  WebExtensionPolicy: { getByID(id: string): { extension: PrivilegedExtension } };
  gBrowser: {
    selectedTab: Tab;
    selectedBrowser: { focus(): void };
    tabs: Tab[];
    addTab(url: string, options: { triggeringPrincipal: object }): Tab;
    removeTab(tab: Tab, options: Record<string, boolean>): void;
    removeAllTabsBut(tab: object, options: Record<string, boolean>): void;
  };
}
