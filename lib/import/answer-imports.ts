/** The worker's side of an import: one job, controlled by messages. */
import { ImportJob } from './import-job.ts';
import { bytesOf, type FromImporter, type ToImporter } from './protocol.ts';

/** Time between two progress messages: a page draws no more often. */
const MIN_PROGRESS_INTERVAL_MS = 50;

/** Answers the page that has started this worker. */
export function answerImports(): void {
  const job = new ImportJob();
  const send = (message: FromImporter): void => postMessage(message);
  addEventListener('message', ({ data }: MessageEvent<ToImporter>) => {
    answer(job, data, send).catch((error: unknown) => {
      // The name tells a full disk from the rest.
      const { name = 'Error', message = String(error) } = (error ?? {}) as Partial<Error>;
      send({ type: 'failed', name, message });
    });
  });
}

async function answer(job: ImportJob, asked: ToImporter, send: (message: FromImporter) => void): Promise<void> {
  if (asked.type === 'read') {
    const total = bytesOf(asked.files);
    const progress = throttled((bytes: number, found: number) => send({ type: 'reading', bytes, total, found }));
    send({ type: 'preview', preview: await job.read(asked.files, progress) });
  } else if (asked.type === 'list') {
    const { list, from, count } = asked;
    send({ type: 'part', list, from, part: job.part(list, from, count) });
  } else if (asked.type === 'decide') job.decide(asked.index, asked.is);
  else
    send({
      type: 'added',
      added: await job.add(
        asked.choices,
        throttled((written: number) => send({ type: 'writing', written })),
      ),
    });
}

/** Calls `work` at most once per {@link MIN_PROGRESS_INTERVAL_MS}. */
function throttled<Args extends unknown[]>(work: (...args: Args) => void): (...args: Args) => void {
  let last = 0;
  return (...args) => {
    const now = performance.now();
    if (now - last < MIN_PROGRESS_INTERVAL_MS) return;
    last = now;
    work(...args);
  };
}
