/** The two ends of an HTTP exchange: the body read whole within a limit, the answer written. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './types';

/** The body, or undefined when it is larger than `maximum`; read to its end either way, so that an answer arrives. */
export async function readBody(request: IncomingMessage, maximum: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= maximum) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= maximum ? Buffer.concat(chunks) : undefined;
}

export function write(response: ServerResponse, { status, headers, body }: Answer): void {
  const isText = typeof body === 'string';
  const type = { 'Content-Type': isText ? 'text/html' : 'application/json' };
  response.writeHead(status, { ...headers, ...(body !== undefined && type) });
  response.end(isText || body === undefined ? body : JSON.stringify(body));
}
