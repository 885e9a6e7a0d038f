/** A body that cannot be read is refused with what to send instead. */
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { numbered, rawEvent } from '../../helpers/factories';
import { createIngest } from './ingest';

describe('400 and 413: the body cannot be read', () => {
  const tooMany = numbered(1_001).map((event_id) => ({ event_id }));
  test.each([
    ['an empty body', '', 400, /empty; send \{"data"/],
    ['blanks', ' \n ', 400, /empty; send/],
    ['no body', undefined, 400, /empty; send/],
    ['half a JSON', '{', 400, /not valid JSON.*send/],
    ['a form', 'event_name=checkout', 400, /not valid JSON but form data; send/],
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

  test.each([
    ['the body', JSON.stringify(JSON.stringify(rawEvent()))],
    ['"data"', { data: JSON.stringify([rawEvent()]) }],
  ])('JSON that was written into JSON is read as what it says: %s', async (_, body) => {
    const ingest = createIngest();
    expect((await ingest.send(body)).status).toBe(200);
    expect(ingest.queued()).toMatchObject([{ event: { event_id: 'order-1001' } }]);
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

describe('a compressed body', () => {
  const event = Buffer.from(JSON.stringify(rawEvent()));
  const sent = (bytes: Buffer, coding?: string) =>
    createIngest().send(bytes.toString('base64'), {
      isBase64Encoded: true,
      ...(coding !== undefined && { headers: { 'content-encoding': coding } }),
    });

  test.each([
    ['gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    ['identity', (bytes: Buffer) => bytes],
    [' ', (bytes: Buffer) => bytes],
  ])('is read as its header says: %s', async (coding, compress) => {
    expect((await sent(compress(event), coding)).body).toMatchObject({ num_events_processed: 1 });
  });

  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
  test.each([
    [
      'of a coding that is not read',
      gzipSync(event),
      'compress',
      415,
      /names an unsupported coding; send one of identity, gzip/,
    ],
    ['of two codings', gzipSync(gzipSync(event)), 'gzip, gzip', 415, /send one of/],
    ['that is not compressed', event, 'gzip', 400, /not what "Content-Encoding: gzip" says/],
    ['cut off', gzipSync(event).subarray(0, 40), 'gzip', 400, /not what "Content-Encoding: gzip" says/],
    ['without a header', gzipSync(event), undefined, 400, /send "Content-Encoding: gzip"/],
    ['of 200 MB when unpacked', bomb, 'gzip', 413, /when it is decompressed; send at most 4194304/],
  ])('%s is refused, saying what to do', async (_, bytes, coding, status, message) => {
    const answer = await sent(bytes, coding);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ code: 4196, message: expect.stringMatching(message) });
  });
});
