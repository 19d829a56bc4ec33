/** The repository's source files as the rules see them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What a file takes from another file or a package. */
export interface Import {
  /**
   * A path in the repository ("lib/core/text/fold.ts") or a package's name as written
   * ("wxt/browser").
   */
  from: string;
  /** Whether it is a file of the repository. */
  isFile: boolean;
  /** The names as exported there; '*' for all of them or for the file as a whole. */
  names: string[];
}

/** A source file. */
export interface SourceFile {
  /** From the root of the repository, with slashes. */
  path: string;
  text: string;
  imports: Import[];
}

/** Everything in `folders` of the repository at `root` whose name ends in one of `endings`. */
export function readSources(root: string, folders: string[], endings: string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        posix.join(folder, file.replaceAll('\\', '/')),
      ),
    )
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')));
}

/** A source file with this text. */
export function sourceFile(path: string, text: string): SourceFile {
  return { path, text, imports: importsOf(path, text) };
}

const IMPORT =
  /^(?:import|export)\s+(?:type\s+)?(?:([^'";]*?)\s+from\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^@import "([^"]+)"|<(?:script|link)\s[^>]*(?:src|href)="([^"]+)"/gm;

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(([, clause, from, dynamic, sheet, asset]) => {
    const specifier = (from ?? dynamic ?? sheet ?? asset) as string;
    const isFile = specifier.startsWith('.') || asset !== undefined;
    // A question mark begins what the build is to make of the file.
    const file = (): string => posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
    return { from: isFile ? file() : specifier, isFile, names: namesOf(clause) };
  });
}

/**
 * The exported names that an import clause takes: `A, { type b, c as d }` takes `default`, `b` and
 * `c`.
 */
function namesOf(clause: string | undefined): string[] {
  if (!clause || clause.includes('*')) return ['*'];
  const [, standard, braced = ''] = /^([^{]*)(?:\{([^}]*)\})?/.exec(clause) as RegExpExecArray;
  const named = braced.split(',').map((name) =>
    name
      .trim()
      .replace(/^type\s+/, '')
      .replace(/\s+as\s.*$/, ''),
  );
  return [...(standard?.replace(/[,\s]/g, '') ? ['default'] : []), ...named.filter(Boolean)];
}

/** A name that a file offers to others. */
export interface Export {
  name: string;
  /**
   * Whether it is a type, or an error that others may catch: part of what other exports say of
   * themselves.
   */
  isContract: boolean;
  /** Whether a documentation comment stands before it. */
  isDocumented: boolean;
}

/** The exported names of a file. */
export function exportsOf({ text }: SourceFile): Export[] {
  const declarations = text.matchAll(
    /(\*\/\n)?^export (?:async )?(function|const|class|interface|type) (\w+)( extends Error)?/gm,
  );
  return [...declarations].map(([, comment, kind, name, isError]) => ({
    name: name as string,
    isContract: kind === 'interface' || kind === 'type' || isError !== undefined,
    isDocumented: comment !== undefined,
  }));
}
