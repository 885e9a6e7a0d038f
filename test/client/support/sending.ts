/** A client whose clock runs only while it waits, the events it sends, and the error it ends with. */
import { type ConversionEvent, ConversionsClient, type ConversionsClientOptions, SendError } from '../../../client';

export const KEY = 'ingest-key-of-the-client-tests';

export interface Clocked {
  readonly client: ConversionsClient;
  /** Waits between attempts, in milliseconds. */
  readonly waits: number[];
}

export function clientOf(endpoint: string, options: Partial<ConversionsClientOptions> = {}): Clocked {
  const waits: number[] = [];
  let time = Date.parse('2026-03-01T12:00:00Z');
  const client = new ConversionsClient({
    endpoint,
    ingestKey: KEY,
    now: () => time,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
    random: () => 0,
    ...options,
  });
  return { client, waits };
}

export const event = (overrides: Partial<ConversionEvent> = {}): ConversionEvent => ({
  event_name: 'lead',
  action_source: 'web',
  event_time: 1_772_366_340,
  user_data: { em: 'jane@shop.example' },
  ...overrides,
});

export async function failureOf(sending: Promise<unknown>): Promise<SendError> {
  const error = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SendError)) throw new Error(`no SendError but ${error}`);
  return error;
}
