/** Trouble that a test or a curious reader can switch on: one fault at a time, for good or for the next calls. */
import Ajv2020 from 'ajv/dist/2020';
import { FAULT_STATUSES, type FaultStatus } from './errors';

export type Fault = {
  /** Calls that it strikes; all of them when absent. */
  readonly times?: number;
} & (
  | { readonly kind: 'status'; readonly status: FaultStatus /** For 429. */; readonly resetSeconds?: number }
  /** The events are processed at once, the answer comes late. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** The connection is cut; with `processed` only after the events were taken, so that a repetition is a duplicate. */
  | { readonly kind: 'reset'; readonly processed?: boolean }
  /** 200 with a page in place of JSON, as from a proxy; nothing is processed. */
  | { readonly kind: 'garbage' }
  /** All events are processed, but the answer tells only of the first half of them. */
  | { readonly kind: 'truncated' }
  /** These events fail, the others of the request do not. */
  | {
      readonly kind: 'rejectEvents';
      readonly eventIds?: readonly string[];
      readonly eventName?: string;
      readonly message: string;
    }
  /** 400 for any request that holds this event. */
  | { readonly kind: 'poison'; readonly eventId: string }
);

const text = { type: 'string', minLength: 1 } as const;
const kinds: Record<Fault['kind'], { properties: object; required: string[] }> = {
  status: {
    properties: { status: { enum: FAULT_STATUSES }, resetSeconds: { type: 'number', minimum: 0 } },
    required: ['status'],
  },
  slow: { properties: { delayMs: { type: 'number', minimum: 0, maximum: 600_000 } }, required: ['delayMs'] },
  reset: { properties: { processed: { type: 'boolean' } }, required: [] },
  garbage: { properties: {}, required: [] },
  truncated: { properties: {}, required: [] },
  rejectEvents: {
    properties: { eventIds: { type: 'array', items: text }, eventName: text, message: text },
    required: ['message'],
  },
  poison: { properties: { eventId: text }, required: ['eventId'] },
};

const validate = new Ajv2020({ discriminator: true, strictRequired: false }).compile<Fault>({
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: Object.entries(kinds).map(([kind, { properties, required }]) => ({
    properties: { kind: { const: kind }, times: { type: 'integer', minimum: 1 }, ...properties },
    required: ['kind', ...required],
    additionalProperties: false,
  })),
});

/** The fault that a body of unknown shape describes, or what is wrong with it. */
export function parseFault(body: unknown): Fault | string {
  if (validate(body)) return body;
  const [error] = validate.errors ?? [];
  return `fault${error?.instancePath} ${error?.message}; kinds are ${Object.keys(kinds).join(', ')}`;
}

export class Faults {
  private current: Fault | undefined;
  private left = 0;

  public set(fault: Fault | undefined): void {
    this.current = fault;
    this.left = fault?.times ?? Number.POSITIVE_INFINITY;
  }

  /** The fault that strikes this call, which counts as one of its times. */
  public take(): Fault | undefined {
    const fault = this.current;
    this.left -= 1;
    if (this.left <= 0) this.current = undefined;
    return fault;
  }
}
