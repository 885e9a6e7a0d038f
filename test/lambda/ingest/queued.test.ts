/** What of a request reaches the queue. */
import { NOW, rawEvent } from '../../helpers/factories';
import { createIngest } from './ingest';

describe('what is queued', () => {
  test('is one message an event, in the layout that the sender reads', async () => {
    const ingest = createIngest();
    await ingest.send(rawEvent());
    expect(ingest.queued()).toEqual([
      {
        ...{ v: 1, accepted_at: NOW, test: false, ad_account_id: '549755885175' },
        event: expect.objectContaining({ event_id: 'order-1001' }),
      },
    ]);
  });

  test.each([
    ['?test=true', { query: { test: 'true' } }, {}, true],
    ['?test=TRUE', { query: { test: 'TRUE' } }, {}, true],
    ['?test=true&test=true, as API Gateway joins it', { query: { test: 'true,true' } }, {}, true],
    ['?test=false', { query: { test: 'false' } }, {}, false],
    ['?test=', { query: { test: '' } }, {}, false],
    ['nothing said', {}, {}, false],
    ['test mode', {}, { testMode: true }, true],
    ['test mode, whatever the query says', { query: { test: 'false' } }, { testMode: true }, true],
  ])('is a test or not: %s', async (_, changes, props, test) => {
    const ingest = createIngest(props);
    await ingest.send([rawEvent({ event_id: 'a' }), rawEvent({ event_id: 'b' })], changes);
    expect(ingest.queued().map((message) => message.test)).toEqual([test, test]);
  });

  test('promise 4: holds no clear personal value', async () => {
    const ingest = createIngest();
    const user_data = {
      em: 'zoe@example.com',
      phone: '+1 415 555 0177',
      fn: 'Zoéphine',
      ln: 'Quartermain',
      db: '1987-06-05',
    };
    await ingest.send(rawEvent({ user_data }));
    const queue = ingest.sqs.batches.flat().join();
    expect(queue).toContain('"em":["');
    expect(queue.replace(/[0-9a-f]{64}/g, '')).not.toMatch(/zoe|415|éphine|quarter|1987/i);
  });
});
