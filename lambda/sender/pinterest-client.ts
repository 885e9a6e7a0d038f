/** One POST to Pinterest and what came of it, as data: no status and no network fault is thrown. */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Headers;
      /** The parsed body; undefined when it was not JSON. */
      readonly body: unknown;
    }
  | { readonly kind: 'none'; readonly cause: string };

/** Posts `{"data": […]}` and never rejects. */
export type Post = (body: string, test: boolean, token: string, limitMs?: number) => Promise<Reply>;

export interface PinterestClientProps {
  /** Base URL of the API, such as https://api.pinterest.com/v5. */
  readonly apiUrl: string;
  readonly adAccountId: string;
  /** For a POST without a limit of its own. */
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
  /** A signal that is aborted after so many milliseconds; the real one when left out. */
  readonly timeout?: (milliseconds: number) => AbortSignal;
}

export function createPost(props: PinterestClientProps): Post {
  const {
    apiUrl,
    adAccountId,
    timeoutMs,
    fetch,
    timeout = (milliseconds) => AbortSignal.timeout(milliseconds),
  } = props;
  const url = `${apiUrl.replace(/\/+$/, '')}/ad_accounts/${adAccountId}/events`;
  return async (body, test, token, limitMs = timeoutMs) => {
    try {
      const response = await fetch(test ? `${url}?test=true` : url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body,
        signal: timeout(limitMs),
        // A redirect would carry the token to a host that nobody chose.
        redirect: 'manual',
      });
      return {
        kind: 'answer',
        status: response.status,
        headers: response.headers,
        body: parsed(await textOf(response)),
      };
    } catch (error) {
      return { kind: 'none', cause: causeOf(error) };
    }
  };
}

/** An answer to 1,000 events is some 300 kB. */
const LONGEST_ANSWER_BYTES = 5_000_000;

/** What is longer is no answer of Pinterest's, and would fill the memory. */
async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > LONGEST_ANSWER_BYTES) throw new TooLongError('the answer is too long');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

class TooLongError extends Error {
  public override readonly name = 'TooLongError';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `TimeoutError`, or the system's code such as ECONNRESET; never the message, which can hold the URL or more. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = (error.cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : error.name;
}
