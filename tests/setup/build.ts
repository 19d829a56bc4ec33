/** What `npm run build` does: the extension for both browsers, in .output. */
import { runTool } from './run-tool.ts';

const isBuilt = runTool('wxt', 'build') && runTool('wxt', 'build', '-b', 'firefox');
process.exitCode = isBuilt ? 0 : 1;
