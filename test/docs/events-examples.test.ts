/** The examples in docs/events.md, run: values, amounts, names, times, and what becomes of events and requests. */

import { PINTEREST_EVENT_NAMES } from '../../contract/event-name';
import { EVENT_NAMES } from '../../contract/event-vocabulary';
import { DIGEST_FIELDS } from '../../lambda/event/digest-fields';
import { NO_CONVERSION } from '../../lambda/event/no-conversion';
import { accepted, digest, rawEvent, refused, withCustom } from '../helpers/factories';
import { createIngest } from '../lambda/ingest/ingest';
import { judged, outcomeOf } from './judged';
import { codeOf, codesOf, givenIn, type Row } from './markdown';
import { cases, rowsOf } from './page';

describe('the examples of hashed fields', () => {
  test('are at least 40, two or more a field', () => {
    const fields = rowsOf('Examples').map(({ field }) => codeOf(field));
    expect(fields.length).toBeGreaterThanOrEqual(40);
    for (const field of Object.keys(DIGEST_FIELDS))
      expect(fields.filter((name) => name === field).length).toBeGreaterThan(1);
  });

  test.each(
    rowsOf('Examples').map((row): [string, string, string, Row] => [
      row.field ?? '',
      row.given ?? '',
      row.country ?? '',
      row,
    ]),
  )('%s %s in %s', (_, __, country, row) => {
    const field = codeOf(row.field);
    const rest = field === 'em' ? { hashed_maids: 'a-device' } : { em: 'user@example.com' };
    const user_data = { ...rest, ...(country && { country }), [field]: givenIn(row.given) };
    const { event, warnings } = accepted(rawEvent({ user_data }));
    const sent = (event.user_data as Record<string, unknown>)[field];
    const hashed = codeOf(row['hashed as']);
    if (hashed !== '') {
      expect(sent).toEqual([/^[0-9a-f]{64}$/.test(hashed) ? hashed : digest(hashed)]);
      expect(warnings).toEqual([]);
    } else {
      expect(sent).toBeUndefined();
      expect(warnings.length).toBe({ 'left out': 1, absent: 0 }[row['hashed as'] ?? '']);
    }
  });
});

test.each(cases('Examples of `custom_data`', 'given'))('custom_data %s', (_, { given, sent }) => {
  const verdict = judged(withCustom(givenIn(given) as object));
  expect(verdict.accepted ? verdict.event.custom_data : 'refused').toEqual(sent === 'refused' ? sent : givenIn(sent));
});

test.each(cases('Time', 'given'))('event_time %s', (_, { given, sent }) => {
  const value = JSON.parse(codeOf(given));
  const verdict = judged(rawEvent({ event_time: value }));
  expect(verdict.accepted ? verdict.event.event_time : 'refused').toEqual(
    sent === 'refused' ? sent : Number(codeOf(sent)),
  );
  // Nothing of it depends on the type: a number may be a text.
  if (typeof value === 'number')
    expect(judged(rawEvent({ event_time: String(value) })).accepted).toBe(verdict.accepted);
});

describe('the table of event names', () => {
  test('has every name of the API', () => {
    expect(rowsOf('Event names').map(({ API }) => codeOf(API))).toEqual(PINTEREST_EVENT_NAMES);
  });

  test.each(cases('Event names', 'API'))(
    '%s: every cell leaves under this name, and none is missing',
    (_, { API, ...others }) => {
      const name = codeOf(API) as keyof typeof EVENT_NAMES;
      const cells = Object.values(others).flatMap(codesOf);
      for (const cell of [name, ...cells]) expect(accepted(rawEvent({ event_name: cell })).event.event_name).toBe(name);
      for (const alias of EVENT_NAMES[name]) expect(cells).toContain(alias);
    },
  );
});

test('the table of names that are no conversion is that of the code, and none of them leaves', () => {
  const rows = rowsOf('Names that are no conversion').map(({ vocabulary, names, because }) => ({
    vocabulary,
    because,
    names: codesOf(names),
  }));
  expect(rows).toEqual(NO_CONVERSION);
  for (const name of rows.flatMap(({ names }) => names)) {
    expect(refused(rawEvent({ event_name: name })).problems).toEqual([expect.stringContaining('is no conversion')]);
  }
});

test.each(
  rowsOf('What happens to an event').map((row): [string, string, string] => [
    row.from ?? '',
    codeOf(row.changes),
    row.outcome ?? '',
  ]),
)('from a %s, %s: %s', (from, changes, outcome) =>
  expect(outcomeOf(from, rawEvent(JSON.parse(changes)))).toBe(outcome),
);

test.each(cases('What happens to an event', 'body', 1))('a request with %s', async (_, { request, body, queued }) => {
  const ingest = createIngest();
  const query = codeOf(request).includes('?test=true') ? { query: { test: 'true' } } : {};
  await ingest.send(JSON.parse(codeOf(body).replaceAll('EVENT', JSON.stringify(rawEvent()))), query);
  const messages = ingest.queued();
  expect(`${messages.length}${messages[0]?.test ? ' as a test' : ''}`).toBe(queued);
});
