/** The ingest key as the client holds it: asked for when needed, kept until the endpoint refuses it, shown to nobody. */
import type { ConversionsClientOptions } from './options';

/** What a header can carry; anything else `fetch` would refuse with an error that repeats it. */
const KEY = /^[\x21-\x7e]+$/;

export const isKey = (value: unknown): value is string => typeof value === 'string' && KEY.test(value.trim());

/** The function given as `ingestKey` failed, or its answer is no key. */
export class NoKey extends Error {
  public readonly thrown: unknown;

  public constructor(thrown: unknown) {
    super();
    this.thrown = thrown;
  }
}

export class IngestKey {
  readonly #given: ConversionsClientOptions['ingestKey'];
  #current: Promise<string> | undefined;

  public constructor(given: ConversionsClientOptions['ingestKey']) {
    this.#given = given;
  }

  /** Undefined when the requests are signed instead. */
  public async get(): Promise<string | undefined> {
    if (typeof this.#given !== 'function') return this.#given?.trim();
    const current = this.#current ?? read(this.#given);
    this.#current = current;
    try {
      return await current;
    } catch (error) {
      if (this.#current === current) this.#current = undefined;
      throw error;
    }
  }

  /** Whether there is another key now than the one that was refused. Events sent at the same time ask once. */
  public async isRenewed(refused: string | undefined): Promise<boolean> {
    if (typeof this.#given !== 'function') return false;
    if ((await this.get()) !== refused) return true;
    this.#current = undefined;
    return (await this.get()) !== refused;
  }
}

async function read(ask: () => string | Promise<string>): Promise<string> {
  let key: unknown;
  try {
    key = await ask();
  } catch (error) {
    throw new NoKey(error);
  }
  if (!isKey(key)) throw new NoKey(undefined);
  return key.trim();
}
