/**
 * A `fetch` that skips a `100 Continue` for which nobody asked, as RFC 9110 (15.2) wants it. The global one takes it for a
 * broken answer and cuts the connection, each time (nodejs/undici#197): Pinterest, or an edge before it, would take the events
 * and nobody would hear of it. So the first one that comes makes this environment use Node's older client from then on.
 */
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { Readable } from 'node:stream';

type Fetch = typeof fetch;

export function skippingContinue(fetch: Fetch): Fetch {
  let hasCome = false;
  return async (input, init) => {
    try {
      if (!hasCome) return await fetch(input, init);
    } catch (error) {
      if (!isOfContinue(error)) throw error;
      hasCome = true;
    }
    return olderFetch(String(input), init ?? {});
  };
}

/** The client's only error of these words; the answer itself is not told. */
function isOfContinue(error: unknown): boolean {
  const { code, message } = ((error as Error).cause ?? {}) as { code?: unknown; message?: unknown };
  return code === 'UND_ERR_SOCKET' && message === 'bad response';
}

/** As much of `fetch` as the sender uses: a body of text, a time-out, no redirect, and no compression asked for. */
function olderFetch(url: string, { method = 'GET', headers, body, signal }: RequestInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(signal?.aborted ? signal.reason : new TypeError('fetch failed', { cause: error }));
    const request = (url.startsWith('https:') ? overHttps : overHttp)(
      url,
      { method, headers: Object.fromEntries(new Headers(headers)), ...(signal && { signal }) },
      (answer) => {
        const { statusCode: status = 0, headersDistinct } = answer;
        try {
          const pairs = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
            values.map((value): [string, string] => [name, value]),
          );
          const isEmpty = [204, 205, 304].includes(status);
          const text = isEmpty ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>);
          if (isEmpty) answer.resume();
          resolve(new Response(text, { status, headers: pairs }));
        } catch (error) {
          // such as a status that no answer can have.
          answer.destroy();
          fail(error);
        }
      },
    );
    request.on('error', fail);
    request.end(body);
  });
}
