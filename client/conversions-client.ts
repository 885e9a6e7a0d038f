/** The client: events in, what became of each out. */

import { packed } from '../contract/packs';
import { MAX_BODY_BYTES, MAX_EVENTS_PER_REQUEST } from '../contract/request-limits';
import { Board } from './board';
import { deliver, type Failure } from './deliver';
import type { ConversionEvent } from './event';
import { IngestKey } from './ingest-key';
import type { ConversionsClientOptions, SendOptions } from './options';
import { type Prepared, prepare, type Unwritable } from './prepare';
import type { SendResult } from './result';
import { SendError, type SendErrorReason } from './send-error';
import { type Settings, settingsOf } from './settings';

/** What stands around the events of a body. */
const FRAME_BYTES = '{"data":[]}'.length;
const MAX_JSON_BYTES = MAX_BODY_BYTES - FRAME_BYTES;

export class ConversionsClient {
  readonly #settings: Settings;
  readonly #key: IngestKey;

  /** @throws TypeError that names every option that is wrong. */
  public constructor(options: ConversionsClientOptions) {
    this.#settings = settingsOf(options);
    this.#key = new IngestKey(options.ingestKey);
  }

  /**
   * Sends events, as many as there are, in requests of up to 1,000 one after another. What the endpoint does not take is no
   * error: its result says `failed` and why.
   *
   * @throws SendError when sending could not go on: something has to be mended, or the endpoint cannot be reached. Its
   * `unsent` holds the events to send again later.
   */
  public async send(events: readonly ConversionEvent[], options: SendOptions = {}): Promise<SendResult> {
    if (!Array.isArray(events)) throw new TypeError('send takes a list of events');
    const board = new Board(events.map((event, index) => fitting(prepare(event, index))));
    const props = {
      settings: this.#settings,
      key: this.#key,
      url: options.test ? `${this.#settings.url}?test=true` : this.#settings.url,
      signal: options.signal,
    };
    const requests = packed(board.open(), ({ bytes }) => bytes + 1, {
      items: MAX_EVENTS_PER_REQUEST,
      bytes: MAX_JSON_BYTES + 1,
    });
    for (const request of requests) {
      const failure = await deliver(request, board, props);
      if (failure !== undefined) throw errorOf(failure, board);
    }
    return board.result();
  }
}

/** One event too large for any request would take the others of its request with it. */
function fitting(event: Prepared | Unwritable): Prepared | Unwritable {
  if ('fault' in event || event.bytes <= MAX_JSON_BYTES) return event;
  return { index: event.index, fault: `the event has ${event.bytes} bytes, more than a request may have` };
}

const ADVICE: { readonly [reason in SendErrorReason]: string } = {
  'wrong-key': 'give "ingestKey" the value of the secret that the stack prints as IngestKeySecretArn',
  'no-key': 'have the function return the key, "lastError" holds what it threw',
  forbidden:
    'the endpoint serves another ad account than the one in "endpoint", or takes requests only that "fetch" has signed with IAM',
  'wrong-endpoint': 'that is not an answer of the endpoint; set "endpoint" to the stack output Endpoint',
  refused: 'that is not an answer of the endpoint; check what is in front of it, such as a proxy or a firewall',
  unavailable: 'send "unsent" again later',
  aborted: 'send "unsent" again if they are still wanted',
};

function errorOf({ reason, status, what, thrown }: Failure, board: Board): SendError {
  const unsent = board.unsent();
  const message = `${unsent.length} of ${board.size} events are unsent: ${what}; ${ADVICE[reason]}`;
  return new SendError(message, { reason, status, results: board.lines(), unsent, lastError: thrown });
}
