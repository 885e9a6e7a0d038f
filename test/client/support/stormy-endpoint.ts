/** An endpoint in memory, and all that can happen on the way to it. */
import type { Fetch } from '../../../client';
import { NOT_QUEUED } from '../../../contract/not-queued';

export type Weather =
  | 'taken'
  | 'answer lost'
  | 'connection refused'
  | 'partly queued'
  | '429'
  | '500 page'
  | '401'
  | '403 page';

export const BAD: readonly Weather[] = ['answer lost', 'connection refused', 'partly queued', '429', '500 page'];
export const WORSE: readonly Weather[] = ['401', '403 page'];

interface Arrival {
  /** Which event of the send it is: the tests write that into it. */
  readonly number: number;
  readonly id: string;
}

/** An endpoint in memory: queues what it takes, and refuses each seventh event. */
export class StormyEndpoint {
  public readonly queued: Arrival[] = [];

  public constructor(
    private readonly weather: Weather[],
    private readonly queues: (call: number, position: number) => boolean,
  ) {}

  private calls = 0;

  public readonly fetch: Fetch = async (_, { body }) => {
    const weather = this.weather.shift() ?? 'taken';
    const call = this.calls++;
    if (weather === 'connection refused') throw new TypeError('fetch failed');
    if (weather === '429' || weather === '401') return answer(Number(weather), { message: 'no' });
    if (weather === '500 page' || weather === '403 page') return answer(Number(weather.slice(0, 3)), '<html></html>');

    const events: { event_id: string; custom_data: { num_items: number } }[] = JSON.parse(body).data;
    const results = events.map(({ event_id, custom_data: { num_items: number } }, position) => {
      if (number % 7 === 6) return result('failed', 'refused by the test');
      if (weather === 'partly queued' && !this.queues(call, position)) return result('failed', NOT_QUEUED);
      this.queued.push({ number, id: event_id });
      return result('processed', null);
    });
    if (weather === 'answer lost') throw new TypeError('terminated');
    const isPart = results.some(({ error_message }) => error_message === NOT_QUEUED);
    return isPart ? answer(503, { details: { events: results } }) : answer(200, { events: results });
  };
}

const result = (status: string, error_message: string | null) => ({ status, error_message, warning_message: null });

const answer = (status: number, body: unknown) => ({
  status,
  headers: { get: () => null },
  text: async () => (typeof body === 'string' ? body : JSON.stringify(body)),
});
