/** The body of a request to one of the servers of this machine. */
import type { IncomingMessage } from 'node:http';

/** The body, or undefined when it is larger than `maximum`; read to its end either way, so that an answer arrives. */
export async function readBody(request: IncomingMessage, maximum: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= maximum) chunks.push(chunk);
    else chunks.length = 0;
  }
  return bytes <= maximum ? Buffer.concat(chunks) : undefined;
}
