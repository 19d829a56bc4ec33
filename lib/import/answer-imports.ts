/** The worker's side of an import: one job, asked by messages. */
import { ImportJob } from './import-job.ts';
import { bytesOf, type FromImporter, type ToImporter } from './protocol.ts';

/** Time between two messages of progress: a page draws no more often. */
const PROGRESS_MS = 50;

/** Answers the page that has started this worker. */
export function answerImports(): void {
  const job = new ImportJob();
  const tell = (message: FromImporter): void => postMessage(message);
  addEventListener('message', ({ data }: MessageEvent<ToImporter>) => {
    answer(job, data, tell).catch((error: unknown) => {
      // The name tells a full disk from the rest.
      const { name = 'Error', message = String(error) } = (error ?? {}) as Partial<Error>;
      tell({ type: 'failed', name, message });
    });
  });
}

async function answer(job: ImportJob, asked: ToImporter, tell: (message: FromImporter) => void): Promise<void> {
  if (asked.type === 'read') {
    const total = bytesOf(asked.files);
    const progress = rarely((bytes: number, found: number) => tell({ type: 'reading', bytes, total, found }));
    tell({ type: 'preview', preview: await job.read(asked.files, progress) });
  } else if (asked.type === 'list') {
    const { list, from, count } = asked;
    tell({ type: 'part', list, from, part: job.part(list, from, count) });
  } else if (asked.type === 'decide') job.decide(asked.index, asked.is);
  else
    tell({
      type: 'added',
      added: await job.add(
        asked.choices,
        rarely((written: number) => tell({ type: 'writing', written })),
      ),
    });
}

/** Calls `work` at most so often. */
function rarely<Args extends unknown[]>(work: (...args: Args) => void): (...args: Args) => void {
  let last = 0;
  return (...args) => {
    const now = performance.now();
    if (now - last < PROGRESS_MS) return;
    last = now;
    work(...args);
  };
}
