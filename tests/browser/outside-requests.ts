/** Notes and refuses every request that a browser sends beyond this machine, by whichever part of it: it stands in as its proxy. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What browsers send by themselves, whatever is installed in them. */
const BROWSERS_OWN = [
  'accounts.google.com',
  'clients2.google.com',
  'update.googleapis.com',
  'firefox.settings.services.mozilla.com',
  'redirector.gvt1.com',
];

/** A proxy that lets nothing through. */
export interface OutsideRequests {
  /** Its port on 127.0.0.1. */
  port: number;
  /** What was asked for: the address of a plain request, the host of an encrypted one ("https://arxiv.org:443"). */
  seen: string[];
  close(): void;
}

/** Starts a proxy. Browsers ask it for everything but this machine's own addresses. */
export async function watchOutsideRequests(): Promise<OutsideRequests> {
  const seen: string[] = [];
  const note = (url: string): void => {
    if (!BROWSERS_OWN.includes(new URL(url).hostname)) seen.push(url);
  };
  const server = createServer((request, response) => {
    note(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(`https://${request.url}`);
    // A browser that closes at this moment resets the connection.
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, seen, close };
}
