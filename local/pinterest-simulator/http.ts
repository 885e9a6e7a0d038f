/** The model's answer, written to HTTP. */
import type { ServerResponse } from 'node:http';
import type { Answer } from '../../sim/pinterest/types';

export function write(response: ServerResponse, { status, headers, body }: Answer): void {
  const isText = typeof body === 'string';
  const type = { 'Content-Type': isText ? 'text/html' : 'application/json' };
  response.writeHead(status, { ...headers, ...(body !== undefined && type) });
  response.end(isText || body === undefined ? body : JSON.stringify(body));
}
