/** A body that cannot be read is refused with what to send instead. */
import { numbered } from '../../helpers/factories';
import { createIngest } from './ingest';

describe('400 and 413: the body cannot be read', () => {
  const tooMany = numbered(1_001).map((event_id) => ({ event_id }));
  test.each([
    ['an empty body', '', 400, /empty; send \{"data"/],
    ['blanks', ' \n ', 400, /empty; send/],
    ['no body', undefined, 400, /empty; send/],
    ['half a JSON', '{', 400, /not valid JSON.*send/],
    ['a form', 'event_name=checkout', 400, /not valid JSON.*send/],
    ['no events', '[]', 400, /holds 0 events; send 1 to 1000/],
    ['an empty object', '{}', 400, /neither "data" nor "event_name"/],
    ['a number', '5', 400, /neither "data" nor "event_name"/],
    ['null', 'null', 400, /neither "data" nor "event_name"/],
    ['"data" that is no list', '{"data":5}', 400, /"data" is not a list/],
    ['1,001 events', { data: tooMany }, 400, /holds 1001 events; send 1 to 1000/],
    ['more than 4 MiB', `[${' '.repeat(4 * 1024 * 1024)}]`, 413, /bytes; send at most 4194304/],
  ])('%s', async (_, body, status, message) => {
    const ingest = createIngest();
    const answer = await ingest.send(body);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ code: 4196, message: expect.stringMatching(message) });
    expect(ingest.sqs.batches).toEqual([]);
  });

  test('invalid UTF-8', async () => {
    const body = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]).toString('base64');
    const answer = await createIngest().send(body, { isBase64Encoded: true });
    expect(answer).toMatchObject({ status: 400, body: { code: 4196, message: expect.stringContaining('UTF-8') } });
  });

  test.each(['"position 4155550" x', '{"em": zoe@example.com}', '{"fn": "Quartermain', 'Quartermain'])(
    'promise 5: what is said of %s quotes nothing of it',
    async (body) => {
      const ingest = createIngest();
      const { status, text } = await ingest.send(body);
      expect(status).toBe(400);
      expect(text + ingest.telemetry.text()).not.toMatch(/4155|zoe|Quarter/);
    },
  );
});
