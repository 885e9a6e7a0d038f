/** Events that may not be passed on are withheld: nothing is wrong with them. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { accept } from '../../../lambda/event/accept';
import type { RequestContext } from '../../../lambda/event/policy';
import { accepted, BROWSER, POLICY, rawEvent, refused, SERVER } from '../../helpers/factories';
import { createIngest } from '../ingest/ingest';

const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const PINTERESTBOT = 'Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)';

/** Bytes that are held on to. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

const withheld = (raw: unknown, context: RequestContext = SERVER) => {
  const verdict = accept(raw, context, POLICY);
  return verdict.accepted ? 'accepted' : verdict.withheld ? verdict.problems : 'refused';
};

describe('consent', () => {
  test.each([false, 'false', 'denied', 'No', 0, null, '', 'undefined', 'null', 'none', {}, { ad_user_data: 'denied' }])(
    '%j withholds the event, whatever else is in it',
    (consent) => {
      expect(withheld(rawEvent({ consent }))).toEqual(['withheld: the visitor has not consented']);
      expect(withheld({ consent })).toEqual(['withheld: the visitor has not consented']);
    },
  );

  test.each([true, 'granted', 'yes', 1, undefined, { ad_storage: 'granted', ad_user_data: 'granted' }])(
    '%j lets it pass, and is not sent on',
    (consent) => {
      const { event, warnings } = accepted(rawEvent({ consent }));
      expect(event).not.toHaveProperty('consent');
      expect(warnings).toEqual([]);
    },
  );

  test.each(['perhaps', 'constructor', { other: true }, [false]])('%j is refused, not guessed', (consent) => {
    expect(refused(rawEvent({ consent }))).toMatchObject({
      withheld: false,
      problems: [expect.stringMatching(/^"consent" is .*send true or false$/)],
    });
  });
});

describe('Global Privacy Control', () => {
  const context = { ...BROWSER, globalPrivacyControl: true };

  test('of a browser withholds the event', () => {
    expect(withheld(rawEvent(), context)).toEqual([expect.stringContaining('Global Privacy Control')]);
  });

  test('does nothing when the owner has decided so', () => {
    expect(accepted(rawEvent(), context, { respectGlobalPrivacyControl: false }).event.event_id).toBe('order-1001');
  });

  test.each([
    ['1', 422],
    ['0', 200],
  ])('is the header Sec-GPC: %s', async (header, status) => {
    const ingest = createIngest();
    expect((await ingest.collect(rawEvent(), { headers: { 'sec-gpc': header } })).status).toBe(status);
    expect(ingest.telemetry.counts).toMatchObject({ EventsWithheld: status === 200 ? 0 : 1, EventsRefused: 0 });
  });
});

describe('bots', () => {
  test.each([GOOGLEBOT, PINTERESTBOT])('%s is withheld, as a browser and in the event of a back end', (userAgent) => {
    const expected = ['withheld: the user agent is that of a bot'];
    const user_data = { em: 'user@example.com', client_user_agent: userAgent };
    expect(withheld(rawEvent(), { ...BROWSER, userAgent })).toEqual(expected);
    expect(withheld(rawEvent({ user_data }))).toEqual(expected);
    expect(withheld(rawEvent({ user_data, action_source: 'offline' }))).toBe('accepted');
  });

  test('are no reason to remember user agents without end', () => {
    const before = memory();
    for (let index = 0; index < 200; index++) {
      withheld(rawEvent(), { ...BROWSER, userAgent: `${index} ${'Mozilla/5.0 '.repeat(40_000)}` });
    }
    expect(memory() - before).toBeLessThan(30 * 1024 * 1024);
  });
});

test('a no inside of parts that a tag manager wrote as JSON text is a no', () => {
  const user_data = JSON.stringify({ em: 'user@example.com', consent: false });
  expect(accept(rawEvent({ user_data }), SERVER, POLICY)).toMatchObject({ accepted: false, withheld: true });
});
