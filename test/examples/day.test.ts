import { DEFAULT_MAXIMUM_EVENT_AGE_SECONDS } from '../../contract/common-environment';
import { ACTION_SOURCES } from '../../contract/pinterest-event';
import { type ExampleEvent, KINDS, makeDay } from '../../examples/day';
import { COUNTRIES } from '../../examples/shop/countries';
import { accept } from '../../lambda/event/accept';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const DAY = makeDay({ now: NOW, run: 'run' });
const VALID = DAY.filter(({ mistake }) => mistake === undefined);
const WRONG = DAY.filter(({ mistake }) => mistake !== undefined);

interface Written {
  readonly event_name: string;
  readonly action_source?: string;
  readonly event_id?: string;
  readonly event_time?: number | string;
  readonly user_data?: { readonly [key: string]: unknown };
  readonly custom_data?: { readonly [key: string]: unknown };
}

const written = (examples: readonly ExampleEvent[]): Written[] => examples.map(({ event }) => event as Written);

/** What ingest would decide, given the JSON that goes over the wire. */
function decide({ event, via, browser }: ExampleEvent) {
  const connection = { ipAddress: '203.0.113.1', userAgent: browser?.userAgent, referer: browser?.page };
  const context = { now: NOW, origin: via, ...(via === 'browser' && connection) };
  const policy = { maximumEventAgeSeconds: DEFAULT_MAXIMUM_EVENT_AGE_SECONDS };
  return accept(JSON.parse(JSON.stringify(event)), context, policy);
}

describe('the day', () => {
  it('is the same for the same options', () => {
    expect(makeDay({ now: NOW, run: 'run' })).toEqual(DAY);
  });

  it('is another one for another seed', () => {
    expect(makeDay({ now: NOW, run: 'run', seed: 2 })).not.toEqual(DAY);
  });

  it('has about 1,000 events, about 3% of them with a mistake', () => {
    expect(DAY.length).toBeGreaterThanOrEqual(1_000);
    expect(DAY.length).toBeLessThan(1_030);
    expect(WRONG.length / DAY.length).toBeCloseTo(0.03, 2);
  });

  it('covers every kind of event, every action source and every country', () => {
    expect(new Set(VALID.map(({ kind }) => kind))).toEqual(new Set(KINDS));
    const sources = new Set(written(VALID).map(({ action_source }) => action_source?.toLowerCase()));
    expect([...sources].filter((source) => source !== undefined).sort()).toEqual([...ACTION_SOURCES].sort());
    const text = JSON.stringify(DAY);
    for (const { people } of COUNTRIES) expect(people.some(([, last]) => text.includes(last))).toBe(true);
  });

  it('comes from browsers and from back ends, neither in small part', () => {
    const fromBrowsers = DAY.filter(({ via }) => via === 'browser');
    expect(fromBrowsers.length).toBeGreaterThan(300);
    expect(DAY.length - fromBrowsers.length).toBeGreaterThan(300);
    expect(fromBrowsers.every(({ browser }) => browser !== undefined)).toBe(true);
  });

  it('runs through 24 hours that end at the given time, in order', () => {
    const times = DAY.map(({ happenedAt }) => happenedAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.min(...times)).toBeGreaterThan(NOW - 86_400_000);
    expect(Math.max(...times)).toBeLessThan(NOW);
  });

  it('has ids of its own run, used twice only for an order that page and back end report', () => {
    const byId = Map.groupBy(VALID, ({ event }) => (event as Written).event_id);
    expect([...byId.keys()].every((id) => id?.startsWith('run-'))).toBe(true);
    const twice = [...byId.values()].filter((examples) => examples.length > 1);
    expect(twice.length).toBeGreaterThan(5);
    for (const examples of twice) {
      expect(examples.map(({ kind }) => kind)).toEqual(['order', 'order']);
      expect(examples.map(({ via }) => via).sort()).toEqual(['browser', 'server']);
    }
  });
});

describe('what the day is made of', () => {
  const text = JSON.stringify(VALID.map(({ event }) => event));
  const events = written(VALID);

  it.each([
    ['local phone numbers', /\(415\) 555-01\d\d/],
    ['phone numbers with 00', /"00(44|49) /],
    ['names with accents', /Müller/],
    ['names with apostrophes', /O'Hara|O’Brien/],
    ['names in other scripts', /佐藤/],
    ['mail addresses in capitals', /@EXAMPLE\.COM"/],
    ['mail addresses with blanks', /" [a-z.0-9+]+@/],
    ['digests', /"[0-9a-f]{64}"/],
    ['digests in capitals', /"[0-9A-F]{64}"/],
    ['spelled-out keys', /"first_name"/],
    ['keys of the API', /"fn":\[/],
    ['keys unknown to Pinterest', /"loyalty_tier"/],
    ['names in the Tag spelling', /"AddToCart"/],
    ['names in the API spelling', /"add_to_cart"/],
    ['names of other vocabularies', /"Order Completed"/],
    ['times in milliseconds', /"event_time":17\d{11}/],
    ['times in ISO 8601 of another zone', /"event_time":"2026-[^"]+\+0\d:00"/],
    ['amounts as numbers', /"value":\d/],
    ['amounts as text', /"value":"\d+\.\d\d"/],
    ['amounts with a decimal comma', /"value":"\d+,\d\d"/],
  ])('includes %s', (_, pattern) => {
    // Not toMatch: on failure that would print the whole day.
    expect(pattern.test(text)).toBe(true);
  });

  it('names only mail domains that are reserved', () => {
    const domains = text.match(/@\s?[\w.-]+/g) ?? [];
    expect(domains.length).toBeGreaterThan(100);
    for (const domain of new Set(domains)) expect(domain).toMatch(/^@(example\.(com|org|net)|mail\.example)$/i);
  });

  it('names only addresses that are kept for documentation', () => {
    const addresses = events.map(({ user_data }) => user_data?.client_ip_address).filter((address) => address);
    expect(addresses.length).toBeGreaterThan(50);
    for (const address of addresses) {
      expect(address).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,2}$|^2001:db8:/);
    }
  });

  it('names only phone numbers that are kept for fiction', () => {
    const phones = events
      .flatMap(({ user_data }) => [user_data?.ph, user_data?.phone].flat())
      .filter((phone) => typeof phone === 'string' && /\d/.test(phone))
      .map((phone) => String(phone).replace(/\(0\)|\D/g, ''));
    expect(phones.length).toBeGreaterThan(100);
    const fiction = [
      /^1?(415|212|312|416|514|604)55501\d\d$/,
      /^(44|0044|0)(2079460\d{3}|1614960\d{3}|7700900\d{3})$/,
      /^(49|0049|0)(3023125|8999998|4066969)\d{3}$/,
      /^(33|0033|0)(19900|63998|46571)\d{4}$/,
      /^(61|0)(25550\d{4}|27010\d{4}|491570006|491570156)$/,
      /^(46|0046|0)8465004\d\d$/,
    ];
    for (const phone of phones) expect(fiction.some((range) => range.test(phone)) || phone).toBe(true);
  });
});

describe('the rules of ingest', () => {
  it('accept every event that is valid', () => {
    const refused = VALID.map((example) => ({ example, verdict: decide(example) })).filter((x) => !x.verdict.accepted);
    expect(refused).toEqual([]);
  });

  it.each(WRONG.map((example) => [example.mistake, example] as const))('refuse: %s', (_, example) => {
    expect(decide(example).accepted).toBe(false);
  });

  it('are each broken in one way only', () => {
    expect(new Set(WRONG.map(({ mistake }) => mistake)).size).toBe(WRONG.length);
  });
});
