/**
 * The page's side of an import: starts the worker, reports its stage, and can end it at any time.
 */
import {
  type Added,
  bytesOf,
  type FromImporter,
  type ImportChoices,
  type PageToImport,
  type Preview,
  type PreviewList,
  type PreviewPart,
  type ToImporter,
} from './protocol.ts';
import { savedPage } from './saved-page.ts';
import { importWorker } from './trusted.ts';

/** The stage of an import. */
export type ImportStage =
  | { stage: 'choosing' }
  | { stage: 'reading'; bytes: number; total: number; found: number }
  | { stage: 'preview'; preview: Preview }
  | { stage: 'adding'; written: number; total: number }
  | { stage: 'added'; added: Added }
  | { stage: 'failed'; name: string; message: string };

/** One import after another, each in a worker of its own. */
export class ImportSession {
  private worker: Worker | undefined;
  private current: ImportStage = { stage: 'choosing' };
  private readonly changed: (stage: ImportStage) => void;
  private readonly waiting = new Map<string, (part: PreviewPart) => void>();
  private toAdd = 0;

  /** `changed` gets each stage, and each step of it. */
  constructor(changed: (stage: ImportStage) => void) {
    this.changed = changed;
  }

  /**
   * Reads files and the results of reading pages, and plans what they would do. Saved pages are
   * read here, because a worker has no DOM.
   */
  async read(files: readonly (File | Promise<File | PageToImport>)[]): Promise<void> {
    this.cancel();
    const worker = importWorker();
    this.worker = worker;
    const own = files.filter((file) => file instanceof File);
    this.setStage({ stage: 'reading', bytes: 0, total: bytesOf(own), found: 0 });
    worker.addEventListener('message', ({ data }: MessageEvent<FromImporter>) => this.onMessage(data));
    worker.addEventListener('error', ({ message }) => this.setStage({ stage: 'failed', name: 'Error', message }));
    try {
      const read = files.map(async (file) => (file instanceof File ? ((await savedPage(file)) ?? file) : file));
      const all = await Promise.all(read);
      if (this.worker === worker) this.send({ type: 'read', files: all });
    } catch (error) {
      const { name, message } = error as Error;
      if (this.worker === worker) this.setStage({ stage: 'failed', name, message });
    }
  }

  /** A part of a list of the preview. */
  part(list: PreviewList, from: number, count: number): Promise<PreviewPart> {
    return new Promise((resolve) => {
      this.waiting.set(`${list} ${from}`, resolve);
      this.send({ type: 'list', list, from, count });
    });
  }

  /** Sets the reader's decision about a doubtful pair, or about all. */
  decide(index: number | 'all', is: 'same' | 'another'): void {
    this.send({ type: 'decide', index, is });
  }

  /** Adds what was read, which is `total` papers. */
  add(choices: ImportChoices, total: number): void {
    this.toAdd = total;
    this.setStage({ stage: 'adding', written: 0, total });
    this.send({ type: 'add', choices });
  }

  /** Ends everything: what is not completely written is not written at all. */
  cancel(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.waiting.clear();
    if (this.current.stage !== 'choosing') this.setStage({ stage: 'choosing' });
  }

  private onMessage(message: FromImporter): void {
    if (message.type === 'reading') this.setStage({ stage: 'reading', ...message });
    else if (message.type === 'preview') this.setStage({ stage: 'preview', preview: message.preview });
    else if (message.type === 'writing')
      this.setStage({ stage: 'adding', written: message.written, total: this.toAdd });
    else if (message.type === 'added') this.setStage({ stage: 'added', added: message.added });
    else if (message.type === 'failed') this.setStage({ stage: 'failed', ...message });
    else {
      const key = `${message.list} ${message.from}`;
      this.waiting.get(key)?.(message.part);
      this.waiting.delete(key);
    }
  }

  private setStage(stage: ImportStage): void {
    this.current = stage;
    this.changed(stage);
  }

  private send(message: ToImporter): void {
    this.worker?.postMessage(message);
  }
}
