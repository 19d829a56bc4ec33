/** The licences of the packages that ship with the extension. Runs in Node at build time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Folders of packages in the bundles. */
const folders = new Set<string>();

/** A plugin that notes which packages are bundled. */
export const noteLicences: Plugin = {
  name: 'licences',
  generateBundle: (_, bundle) => {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') for (const id of file.moduleIds) noteFolder(id);
    }
  },
};

/** Ids of virtual modules begin with a NUL, and may have a query. */
function noteFolder(id: string): void {
  const path = id.replace('\0', '').replaceAll('\\', '/');
  const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? [];
  if (folder) folders.add(folder);
}

/** The folders of all packages that were bundled since the build began. */
export function bundledPackages(): string[] {
  return [...folders];
}

/**
 * The licences of the project in `root` and of the packages in `packages`, by name. Throws for one
 * that does not name its licence.
 */
export function licencesText(root: string, packages: readonly string[]): string {
  const others = packages
    .map(readPackage)
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    // Two bundles may have the same package from two folders.
    .filter(({ title }, index, all) => title !== all[index - 1]?.title);
  const parts = [`Paperlight\n\n${licenceIn(root)}`, 'Paperlight is made with these packages:'];
  return `${[...parts, ...others.map(({ title, text }) => `${'─'.repeat(80)}\n${title}\n\n${text}`)].join('\n\n')}\n`;
}

function readPackage(folder: string): { title: string; text: string } {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} ships, and does not name its licence.`);
  return { title: `${name} ${version} (${license})`, text: licenceIn(folder) };
}

/**
 * The texts of licence and notices in a folder; empty for a package that has none, which is listed
 * with the name of its licence then.
 */
function licenceIn(folder: string): string {
  return readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|notice)(?:\.(?:md|txt))?$/i.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
}
