/**
 * Modules of this repository and its dependencies, made into one script that can be evaluated in a
 * page.
 */
import { build } from 'vite';

/** Bundles `entry`; the script leaves what that exports in `globalThis[name]`. */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const outcome = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name } },
  });
  const [made] = [outcome].flat();
  if (!made || !('output' in made)) throw new Error(`${entry} was not bundled`);
  return `(() => { ${made.output[0].code}\n globalThis.${name} = ${name}; })()`;
}
