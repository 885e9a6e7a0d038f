/** What the owner of a client can say: where to send, with what key, and how long to try. */

/** What the client asks of a `fetch`: a platform's own fits, and so does one that signs, or a Worker's service binding. */
export type Fetch = (url: string, request: FetchRequest) => Promise<FetchAnswer>;

export interface FetchRequest {
  readonly method: 'POST';
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
}

export interface FetchAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

export interface ConversionsClientOptions {
  /** The stack output `Endpoint`, such as `https://events.shop.example`. `http` only on localhost. */
  readonly endpoint: string;
  /**
   * The ingest key, or a function that reads it, say from Secrets Manager. The function is asked before the first request,
   * and again when the endpoint refuses the key. Left out only when `fetch` signs the requests with IAM.
   */
  readonly ingestKey?: string | (() => string | Promise<string>) | undefined;
  /**
   * Makes the requests.
   * @default the platform's own
   */
  readonly fetch?: Fetch | undefined;
  /**
   * How often a request is made before `send` gives up. Valid range: 1 to 100.
   * @default 6
   */
  readonly maxAttempts?: number | undefined;
  /**
   * Milliseconds after which an attempt counts as failed. Valid range: 1 to 600,000.
   * @default 30000
   */
  readonly attemptTimeoutMs?: number | undefined;
  /**
   * Milliseconds for a request and its repetitions together; `send` makes one request for up to 1,000 events. Bound a whole
   * `send` by its `signal`. Valid range: 1 to 3,600,000.
   * @default 120000
   */
  readonly timeLimitMs?: number | undefined;
  /**
   * Milliseconds since 1970. For tests, like the two below.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
  /**
   * Waits between attempts; rejects when the signal is aborted.
   * @default a timer
   */
  readonly sleep?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<void>) | undefined;
  /**
   * From 0 up to 1, spreads repetitions.
   * @default Math.random
   */
  readonly random?: (() => number) | undefined;
}

export interface SendOptions {
  /**
   * True when Pinterest shall check the events and count none.
   * @default false
   */
  readonly test?: boolean | undefined;
  /** Ends the sending: `send` then rejects with a SendError whose reason is `aborted`. */
  readonly signal?: AbortSignal | undefined;
}
