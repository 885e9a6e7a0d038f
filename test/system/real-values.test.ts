/** Values of real shops, posted to the running stack and looked at on Pinterest's side. */
import type { SimulatorEvent } from '../../local/pinterest-simulator';
import { digest } from '../helpers/factories';
import { type RunningStack, startLocalStack, until } from '../helpers/local-stack';
import { REAL_VALUES, type RealValue } from './real-values';

interface Told {
  readonly status: string;
  readonly error_message: string | null;
  readonly warning_message: string | null;
}

type Fields = { readonly [key: string]: unknown };

const KINDS = Object.entries(REAL_VALUES).map(([kind, values]) => ({
  kind,
  values: values.map((value, index) => ({ ...value, id: `${kind} ${index}` })),
}));

const SECONDS = String(Math.floor(Date.now() / 1_000));

/** An ordinary checkout with these fields in the place of its own. */
function bodyOf({ given }: RealValue, id: string): string {
  const ordinary = {
    event_name: '"checkout"',
    action_source: '"web"',
    event_id: JSON.stringify(id),
    event_time: SECONDS,
    user_data: '{"em":"user@example.com"}',
  };
  const members = Object.entries(ordinary).map(([key, value]) => `"${key}":${value}`);
  const isGiven = (member: string) => `,${given}`.includes(`,${member.slice(0, member.indexOf(':') + 1)}`);
  return `{${[...members.filter((member) => !isGiven(member)), given].join(',')}}`;
}

describe('of the values that real shops send', () => {
  let stack: RunningStack;
  const told = new Map<string, Told>();
  const arrived = new Map<string, SimulatorEvent>();

  async function post(value: RealValue, id: string): Promise<void> {
    const answer = await stack.send(bodyOf(value, id), value.query);
    const body = (await answer.json()) as { events?: Told[]; details?: { events: Told[] }; message?: string };
    const [result] = body.events ?? body.details?.events ?? [];
    told.set(id, result ?? { status: 'failed', error_message: body.message ?? '', warning_message: null });
  }

  beforeAll(async () => {
    stack = await startLocalStack();
    await Promise.all(KINDS.flatMap(({ values }) => values.map((value) => post(value, value.id))));
    const queued = [...told].filter(([, { status }]) => status === 'processed').length;
    await until('all that was accepted at Pinterest', async () => {
      for (const event of await stack.simulatorEvents()) arrived.set(event.event.event_id, event);
      return arrived.size >= queued ? true : undefined;
    });
  });
  afterAll(() => stack.stop());

  const part = (fields: Fields | undefined, wanted: Fields = {}) =>
    Object.fromEntries(Object.keys(wanted).map((key) => [key, fields?.[key]]));

  describe.each(KINDS)('$kind', ({ values }) => {
    test.each(values)(
      '$given',
      ({ id, refused, warns = /^$/, hashed = {}, user, custom = {}, event: fields = {}, test = false }) => {
        const { status, error_message, warning_message } = told.get(id) as Told;
        if (refused !== undefined) {
          expect({ status, error_message }).toEqual({
            status: 'failed',
            error_message: expect.stringMatching(refused),
          });
          return;
        }
        expect({ status, error_message }).toEqual({ status: 'processed', error_message: null });
        expect(warning_message ?? '').toMatch(warns);
        const { event, test: asTest } = arrived.get(id) as SimulatorEvent;
        const digests = Object.entries(hashed).map(([field, text]) => [field, text && [digest(text)]]);
        const ofUser = { ...user, ...Object.fromEntries(digests) };
        expect(part(event.user_data, ofUser)).toEqual(ofUser);
        expect(part(event.custom_data, custom)).toEqual(custom);
        expect(part({ ...event }, fields)).toEqual(fields);
        expect(asTest).toBe(test);
      },
    );
  });
});
