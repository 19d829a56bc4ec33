/** Pages on this machine, for browsers to open. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A running server. */
export interface PageServer {
  /** Address without a slash at its end. */
  origin: string;
  close(): Promise<void>;
}

/**
 * Serves HTML on a free port of this machine; `pageAt` gives the markup for a path, or undefined
 * for a page that is not there. What ends like the file of a bibliography is plain text.
 */
export async function servePages(pageAt: (path: string) => string | undefined): Promise<PageServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pageAt(pathname);
    const type = /\.(?:bib|ris)$/.test(pathname) ? 'plain' : 'html';
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': `text/${type}; charset=utf-8` });
    response.end(page ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
