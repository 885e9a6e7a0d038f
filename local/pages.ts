/** Pages of the one-machine run itself, the console and the demo shop: files of a folder, under a strict policy. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { readBody } from './request-body';

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Whether the request is one that a page of ours makes: other sites must not reach into this machine. */
export function isOwnRequest({ headers: { host = '', origin } }: IncomingMessage): boolean {
  return /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host) && (origin === undefined || origin === `http://${host}`);
}

/** @param files The names that may be asked for. */
export function serveFile(response: ServerResponse, folder: string, name: string, files: readonly string[]): void {
  if (!files.includes(name)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  response.end(readFileSync(path.join(folder, name)));
}

/** Enough for what these pages send. */
const MAX_BODY_BYTES = 10_000;

/** The JSON object of a request, empty when it holds none. */
export async function readObject(request: IncomingMessage): Promise<{ readonly [key: string]: unknown }> {
  const body = await readBody(request, MAX_BODY_BYTES);
  try {
    return Object(JSON.parse(String(body)));
  } catch {
    return {};
  }
}
