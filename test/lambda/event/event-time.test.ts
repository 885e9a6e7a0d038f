/** `event_time`: what shops send, and the Unix seconds that leave. */
import { accepted, BROWSER, NOW, rawEvent, refused, SECONDS, SERVER } from '../../helpers/factories';

const sentTime = (event_time: unknown, context = SERVER) =>
  accepted(rawEvent({ event_time }), context).event.event_time;
const problems = (event_time: unknown) => refused(rawEvent({ event_time })).problems;

const DAY = 86_400;

describe('event_time', () => {
  test.each([
    ['Unix seconds', SECONDS - 60],
    ['Unix seconds as text', ` ${SECONDS - 60} `],
    ['Unix seconds with decimals', SECONDS - 60 + 0.75],
    ['Unix milliseconds', NOW - 60_000],
    ['Unix milliseconds as text', String(NOW - 60_000)],
    ['ISO 8601 in UTC', '2026-03-01T11:59:00Z'],
    ['ISO 8601 with milliseconds', '2026-03-01T11:59:00.123Z'],
    ['ISO 8601 without seconds', '2026-03-01T11:59Z'],
    ['ISO 8601 with an offset', '2026-03-01T12:59:00+01:00'],
    ['ISO 8601 with an offset without colon', '2026-03-01T06:59:00-0500'],
    ['ISO 8601 in its basic format', '20260301T115900Z'],
    ['ISO 8601 with microseconds', '2026-03-01T11:59:00.123456Z'],
    ['ISO 8601 with a decimal comma', '2026-03-01T11:59:00,123Z'],
    ['RFC 3339 in lower case', '2026-03-01t11:59:00z'],
    ['Unix microseconds', (NOW - 60_000) * 1_000],
    ['Unix microseconds as text', `${(NOW - 60_000) * 1_000}`],
    ['Unix nanoseconds as text', `${NOW - 60_000}000000`],
    ['Python', '2026-03-01 11:59:00+00:00'],
    ['Python with microseconds', '2026-03-01 11:59:00.123456+00:00'],
    ['PostgreSQL', '2026-03-01 11:59:00+00'],
    ['PostgreSQL with an offset of half an hour', '2026-03-01 17:29:00.123+05:30'],
    ['Ruby', '2026-03-01 12:59:00 +0100'],
    ['Ruby in UTC', '2026-03-01 11:59:00 UTC'],
    ['Go', '2026-03-01 12:59:00 +0100 CET'],
    ['Java', '2026-03-01T12:59:00+01:00[Europe/Berlin]'],
    ['HTTP', 'Sun, 01 Mar 2026 11:59:00 GMT'],
    ['e-mail', 'Sun, 1 Mar 2026 12:59:00 +0100'],
    ['JavaScript', 'Sun Mar 01 2026 12:59:00 GMT+0100 (Central European Standard Time)'],
  ])('is read from %s: %j', (_, value) => expect(sentTime(value)).toBe(SECONDS - 60));

  test.each([
    ['a clock that runs a little ahead', SECONDS + 299],
    ['milliseconds of such a clock', NOW + 299_000],
  ])('of %s becomes now, because Pinterest takes no future', (_, value) => expect(sentTime(value)).toBe(SECONDS));

  test.each([
    [SECONDS + 301, '5 minutes'],
    [SECONDS + 2 * DAY, '2 days'],
    [NOW * 1_000 + 2 * DAY * 1e6, '2 days'],
    ['2036-03-01T12:00:00Z', 'days'],
  ])('of the future is refused: %j', (value, span) => {
    expect(problems(value)).toEqual([expect.stringMatching(`^"event_time" is .*${span} in the future`)]);
  });

  test.each([
    [SECONDS - 7 * DAY - 1, '7 days ago; events older than 7 days'],
    [SECONDS - 9.5 * DAY, '9.5 days ago; events older than 7 days'],
    ['2025-03-01T12:00:00Z', '365 days ago; events older than 7 days'],
    [0, 'days ago'],
  ])('too long ago is refused, saying how long: %j', (value, text) => {
    expect(problems(value)).toEqual([expect.stringContaining(text)]);
  });

  test('may be as old as the owner allows, to the second', () => {
    const policy = { maximumEventAgeSeconds: 3_600 };
    const at = (event_time: number) => rawEvent({ event_time });
    expect(accepted(at(SECONDS - 3_600), SERVER, policy).event.event_time).toBe(SECONDS - 3_600);
    expect(refused(at(SECONDS - 3_601), SERVER, policy).problems).toEqual([
      '"event_time" is 1 hour ago; events older than 1 hour are refused',
    ]);
  });

  test.each([undefined, null, '', ' ', 'null'])('is asked for when it is missing: %j', (value) => {
    expect(problems(value)).toEqual([expect.stringMatching(/^"event_time" is missing; send Unix seconds/)]);
  });

  test.each([
    ...['yesterday', '2026-03-01', '2026-99-01T12:00:00Z', '2026-02-30T12:00:00Z', '01/03/2026', '0x69', '-5', '1e9'],
    ...['2026-03-01T25:00:00Z', '2026-03-01T12:60:00Z', '2026-03-01T12:00:00+15:00', '2026-03-01 12:00:00 EST'],
    ...['2026-0301T12:00:00Z', 'Sun, 01 Foo 2026 11:59:00 GMT', '1'.repeat(21), 'x'.repeat(200)],
    ...[-5, true, {}, [], [SECONDS], Number.NaN, 1e20],
  ])('that cannot be read is refused: %j', (value) => {
    expect(problems(value)).toEqual([expect.stringMatching(/^"event_time" cannot be read as a time; send /)]);
  });

  test.each(['2026-03-01T12:00:00', '2026-03-01 12:00:00', '2026-03-01 12:00:00.123', '20260301T120000'])(
    'without a time zone is refused, saying so: %s',
    (value) => expect(problems(value)).toEqual([expect.stringMatching(/^"event_time" names no time zone.*; send /)]),
  );

  test('is the same moment in every form that JavaScript itself can print and read', () => {
    for (let minutes = 1; minutes < 7 * 24 * 60; minutes += 37) {
      const date = new Date(NOW - minutes * 60_000);
      for (const text of [date.toISOString(), date.toUTCString(), date.toString()]) {
        expect(sentTime(text)).toBe(Math.floor(Date.parse(text) / 1_000));
      }
    }
  });

  test('is now for a browser that sends none, and is read as from anyone when it sends one', () => {
    for (const blank of [undefined, null, ' ', 'undefined']) expect(sentTime(blank, BROWSER)).toBe(SECONDS);
    expect(sentTime(SECONDS - 30, BROWSER)).toBe(SECONDS - 30);
  });
});
