/**
 * The page's side of an import: starts the worker, tells what stage it has come to, and ends it at
 * any time.
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

/** How far an import has come. */
export type ImportStage =
  | { stage: 'choosing' }
  | { stage: 'reading'; bytes: number; total: number; found: number }
  | { stage: 'preview'; preview: Preview }
  | { stage: 'adding'; written: number; total: number }
  | { stage: 'added'; added: Added }
  | { stage: 'failed'; name: string; message: string };

/** One import after the other, each in a worker of its own. */
export class ImportSession {
  private worker: Worker | undefined;
  private current: ImportStage = { stage: 'choosing' };
  private readonly changed: (stage: ImportStage) => void;
  private readonly waiting = new Map<string, (part: PreviewPart) => void>();
  private toAdd = 0;

  /** `changed` is told each stage, and each step of it. */
  constructor(changed: (stage: ImportStage) => void) {
    this.changed = changed;
  }

  /**
   * Reads files, and what `pages` come to, and plans what they would do. Saved pages are read here:
   * a worker has no DOM.
   */
  async read(files: readonly (File | Promise<File | PageToImport>)[]): Promise<void> {
    this.cancel();
    const worker = importWorker();
    this.worker = worker;
    const own = files.filter((file) => file instanceof File);
    this.become({ stage: 'reading', bytes: 0, total: bytesOf(own), found: 0 });
    worker.addEventListener('message', ({ data }: MessageEvent<FromImporter>) => this.hear(data));
    worker.addEventListener('error', ({ message }) => this.become({ stage: 'failed', name: 'Error', message }));
    try {
      const read = files.map(async (file) => (file instanceof File ? ((await savedPage(file)) ?? file) : file));
      const all = await Promise.all(read);
      if (this.worker === worker) this.tell({ type: 'read', files: all });
    } catch (error) {
      const { name, message } = error as Error;
      if (this.worker === worker) this.become({ stage: 'failed', name, message });
    }
  }

  /** A part of a list of the preview. */
  part(list: PreviewList, from: number, count: number): Promise<PreviewPart> {
    return new Promise((resolve) => {
      this.waiting.set(`${list} ${from}`, resolve);
      this.tell({ type: 'list', list, from, count });
    });
  }

  /** What the reader says of a doubtful pair, or of all. */
  decide(index: number | 'all', is: 'same' | 'another'): void {
    this.tell({ type: 'decide', index, is });
  }

  /** Adds what was read; `total` papers will be written. */
  add(choices: ImportChoices, total: number): void {
    this.toAdd = total;
    this.become({ stage: 'adding', written: 0, total });
    this.tell({ type: 'add', choices });
  }

  /** Ends everything: what was not written whole is not written. */
  cancel(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.waiting.clear();
    if (this.current.stage !== 'choosing') this.become({ stage: 'choosing' });
  }

  private hear(message: FromImporter): void {
    if (message.type === 'reading') this.become({ stage: 'reading', ...message });
    else if (message.type === 'preview') this.become({ stage: 'preview', preview: message.preview });
    else if (message.type === 'writing') this.become({ stage: 'adding', written: message.written, total: this.toAdd });
    else if (message.type === 'added') this.become({ stage: 'added', added: message.added });
    else if (message.type === 'failed') this.become({ stage: 'failed', ...message });
    else {
      const key = `${message.list} ${message.from}`;
      this.waiting.get(key)?.(message.part);
      this.waiting.delete(key);
    }
  }

  private become(stage: ImportStage): void {
    this.current = stage;
    this.changed(stage);
  }

  private tell(message: ToImporter): void {
    this.worker?.postMessage(message);
  }
}
