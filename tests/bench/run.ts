/** `npm run bench -- NAME`: runs a benchmark and prints its table. */
import { measureHighlighting } from './highlight/highlight.ts';
import { measureImport } from './import/import.ts';
import { measureRealPages } from './real-pages.ts';
import { measureSearchPopup } from './search/popup.ts';
import { measureSearchQuality } from './search/quality.ts';
import { measureSearchScale } from './search/scale.ts';
import { measureTasks } from './tasks/tasks.ts';

const benchmarks: Record<string, () => Promise<void>> = {
  highlight: measureHighlighting,
  import: measureImport,
  pages: measureRealPages,
  search: measureSearchQuality,
  'search-popup': measureSearchPopup,
  'search-scale': measureSearchScale,
  tasks: measureTasks,
};

const [name = ''] = process.argv.slice(2);
const benchmark = benchmarks[name];
if (benchmark) await benchmark();
else {
  console.error(`There is no benchmark "${name}". Say npm run bench -- ${Object.keys(benchmarks).join(' | ')}`);
  process.exitCode = 1;
}
