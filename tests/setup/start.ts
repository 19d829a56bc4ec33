/** What `npm start` does: has a browser, builds the extension for it, and shows it. */
import { browserAskedFor, start } from '../demo/start.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { runTool } from './run-tool.ts';

try {
  const name = browserAskedFor(process.argv.slice(2));
  await ensureBrowsers([name]);
  if (!runTool('wxt', 'build', '-b', name === 'firefox' ? 'firefox' : 'chrome')) throw new Error('The build failed.');
  await start(name);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
