/** `npm run bench -- NAME`: runs a benchmark and prints its table. */
import { measureRealPages } from './real-pages.ts';

const benchmarks: Record<string, () => Promise<void>> = { pages: measureRealPages };

const [name = ''] = process.argv.slice(2);
const benchmark = benchmarks[name];
if (benchmark) await benchmark();
else {
  console.error(`There is no benchmark "${name}". Say npm run bench -- ${Object.keys(benchmarks).join(' | ')}`);
  process.exitCode = 1;
}
