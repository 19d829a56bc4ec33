/**
 * The two exceptions from Trusted Types, which otherwise keep text from becoming markup or code in
 * the extension's pages: https://w3c.github.io/trusted-types/dist/spec/
 */

/** The part of the interface that is used; TypeScript's types lack it. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string; createScriptURL(): string },
  ): { createHTML(text: string): string; createScriptURL(text: string): string };
}

const WORKER = '/importer.js';

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };

// The name is the one that the Content-Security-Policy of the build allows.
const policy = trustedTypes?.createPolicy('paperlight', {
  createHTML: (text) => text,
  createScriptURL: () => WORKER,
});

/** Parses the markup of a page into a document in which nothing runs and nothing is fetched. */
export function inertDocument(markup: string): Document {
  return new DOMParser().parseFromString(policy?.createHTML(markup) ?? markup, 'text/html');
}

/** A new worker that reads files. */
export function importWorker(): Worker {
  return new Worker(policy?.createScriptURL('') ?? WORKER);
}
