/**
 * Notes and refuses every request that a browser sends beyond this machine, by whichever part of
 * it: it stands in as its proxy.
 */
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

/**
 * A proxy that lets nothing through. It may have pages of its own in place of what is elsewhere.
 */
export interface OutsideRequests {
  /** Its port on 127.0.0.1. */
  port: number;
  /**
   * What was asked for: the address of a plain request, the host of an encrypted one
   * ("https://arxiv.org:443").
   */
  seen: string[];
  /**
   * Markup of pages elsewhere, by their "http:" addresses: these are served, and their hosts are
   * none that are seen.
   */
  pages: Map<string, string>;
  close(): void;
}

/** Starts a proxy. Browsers ask it for everything but this machine's own addresses. */
export async function watchOutsideRequests(): Promise<OutsideRequests> {
  const seen: string[] = [];
  const pages = new Map<string, string>();
  const note = (url: string): void => {
    const { hostname } = new URL(url);
    const isServed = [...pages.keys()].some((address) => new URL(address).hostname === hostname);
    if (!isServed && !BROWSERS_OWN.includes(hostname)) seen.push(url);
  };
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    note(request.url ?? '');
    response.writeHead(page === undefined ? 502 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
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
  return { port: (server.address() as AddressInfo).port, seen, pages, close };
}
