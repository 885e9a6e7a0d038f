/** What each answer of Pinterest means for the events of a POST. */
import { classify } from '../../../lambda/sender/classify';
import { results } from '../../helpers/fakes';

const answer = (status: number, body?: unknown, headers: Record<string, string> = {}) =>
  classify({ kind: 'answer', status, headers: new Headers(headers), body }, 2);

const ONE_FAILED = results(['a', 'b'], { b: 'Invalid event_name: X.' });
const PER_EVENT = [
  { status: 'processed', message: '' },
  { status: 'failed', message: 'Invalid event_name: X.' },
];

describe('an answer that tells of each event is read event by event', () => {
  test.each([
    [200, ONE_FAILED],
    [422, { code: 953, message: 'The action could not be processed.', details: ONE_FAILED }],
  ])('%s', (status, body) => expect(answer(status, body)).toEqual({ kind: 'results', status, results: PER_EVENT }));

  test.each(['', null, undefined])('an error_message of %j is none', (error_message) => {
    const events = ['processed', 'failed'].map((status) => ({ status, error_message }));
    expect(answer(200, { events })).toMatchObject({ results: [{ message: '' }, { message: '' }] });
  });
});

describe('of an answer that tells of some events only, what it tells holds', () => {
  test.each([
    ['one that is null', null],
    ['one without status', {}],
    ['one of an unknown status', { status: 'queued' }],
  ])('%s', (_, event) => {
    const results = [
      { status: 'processed', message: '' },
      { status: 'unreadable', message: '' },
    ];
    const events = [{ status: 'processed' }, event];
    expect(answer(200, { events })).toEqual({ kind: 'results', status: 200, results });
    expect(answer(422, { details: { events } })).toEqual({ kind: 'results', status: 422, results });
  });

  test('none at all is no answer', () => {
    expect(answer(200, { events: [null, {}] })).toMatchObject({ kind: 'held', cause: 'outage' });
  });

  test('counts alone are an answer when all were processed', () => {
    const processed = { status: 'processed', message: '' };
    expect(answer(200, { num_events_received: 2, num_events_processed: 2 })).toMatchObject({
      results: [processed, processed],
    });
    expect(answer(200, { num_events_received: 2, num_events_processed: 1 })).toMatchObject({ kind: 'held' });
  });

  test.each([201, 207])('HTTP %s with a result for each event is one', (status) => {
    expect(answer(status, ONE_FAILED)).toMatchObject({ kind: 'results', status });
  });
});

describe('an answer of 200 that does not tell of each event proves nothing: the events stay queued', () => {
  test.each([
    ['no JSON', undefined],
    ['null', null],
    ['a text', 'ok'],
    ['no events', {}],
    ['events that are no list', { events: {} }],
    ['too few', { events: [{ status: 'processed' }] }],
    ['too many', { events: Array(3).fill({ status: 'processed' }) }],
    ['a 422 inside', { details: ONE_FAILED }],
  ])('%s', (_, body) => {
    const detail = 'HTTP 200 without a result for each event';
    expect(answer(200, body)).toEqual({ kind: 'held', cause: 'outage', detail });
  });
});

describe('an answer of 422 that tells of other events than were sent proves nothing either', () => {
  test.each([
    ['no JSON', undefined],
    ['too few', { details: { events: [{ status: 'failed' }] } }],
    ['events that are null', { details: { events: null } }],
  ])('%s', (_, body) => {
    const detail = 'HTTP 422 without a result for each event';
    expect(answer(422, body)).toEqual({ kind: 'held', cause: 'outage', detail });
  });
});

describe('by status', () => {
  const error = { code: 1, message: 'because' };
  const BY_STATUS: [number, object][] = [
    [400, { kind: 'refused', status: 400, message: 'because' }],
    [413, { kind: 'refused', status: 413, message: 'because' }],
    [422, { kind: 'refused', status: 422, message: 'because' }],
    [401, { kind: 'held', cause: 'token', detail: 'HTTP 401: because' }],
    [403, { kind: 'held', cause: 'account', detail: 'HTTP 403: because' }],
    [404, { kind: 'held', cause: 'account', detail: 'HTTP 404: because' }],
    [429, { kind: 'held', cause: 'rate', detail: 'HTTP 429' }],
    [201, { kind: 'held', cause: 'outage', detail: 'HTTP 201 without a result for each event' }],
    ...[408, 500, 502, 503, 504, 204, 301, 302, 402, 418, 599].map((status): [number, object] => [
      status,
      { kind: 'held', cause: 'outage', detail: `HTTP ${status}` },
    ]),
  ];
  test.each(BY_STATUS)('%s', (status, meaning) => expect(answer(status, error)).toEqual(meaning));

  test.each([undefined, null, 'text', {}, { message: '' }, { message: 5 }, { details: ONE_FAILED }])(
    'a refusal without a message still has one, for the dead letter: %j',
    (body) => expect(answer(400, body)).toEqual({ kind: 'refused', status: 400, message: 'no message' }),
  );

  test('no answer at all is an outage', () => {
    expect(classify({ kind: 'none', cause: 'TimeoutError' }, 2)).toEqual({
      kind: 'held',
      cause: 'outage',
      detail: 'TimeoutError',
    });
  });
});

describe('how long to wait', () => {
  test.each([
    [429, { 'X-RateLimit-Reset': '58' }, 58],
    [429, { 'Retry-After': '7' }, 7],
    [503, { 'Retry-After': '120' }, 120],
    [503, { 'X-RateLimit-Reset': '58' }, undefined],
    [429, { 'X-RateLimit-Reset': '58', 'Retry-After': '7' }, 58],
    [429, { 'Retry-After': '0' }, 0],
    [429, {}, undefined],
    [429, { 'Retry-After': 'Wed, 21 Oct 2026 07:28:00 GMT' }, undefined],
    [429, { 'X-RateLimit-Reset': '-5' }, undefined],
  ])('after %s with %j: %s seconds', (status, headers, seconds) => {
    const meaning = answer(status, undefined, headers);
    expect(meaning.kind === 'held' ? meaning.retryAfterSeconds : meaning).toBe(seconds);
  });
});
