/** What is no event at all, and values of the wrong kind in every place: a verdict, never an exception. */
import { accept } from '../../../lambda/event/accept';
import { defectOf } from '../../../lambda/sender/last-gate';
import { BROWSER, POLICY, rawEvent, refused, SERVER } from '../../helpers/factories';
import { FULL_EVENT } from './full-event';

describe('what is no event', () => {
  test.each([undefined, null, 5, 'checkout', true, [], [rawEvent()], () => 1])('%p is told so', (raw) => {
    expect(refused(raw).problems).toEqual([expect.stringMatching(/^an event is an object; send \{/)]);
  });

  test.each([
    ['on top', '{"event_name":"checkout","__proto__":{"polluted":1}}'],
    ['deep inside', '{"custom_data":{"contents":[{"__proto__":{"polluted":1}}]}}'],
  ])('a key __proto__ %s is refused and pollutes nothing', (_, json) => {
    expect(refused(JSON.parse(json)).problems).toEqual([expect.stringContaining('"__proto__"')]);
    expect({}).not.toHaveProperty('polluted');
  });

  test('nesting without end is refused', () => {
    let nested: unknown = 'x';
    for (let level = 0; level < 5_000; level++) nested = level % 2 ? { deeper: nested } : [nested];
    expect(refused(rawEvent({ custom_data: nested })).problems).toEqual([expect.stringContaining('nested deeper')]);
  });

  const WRONG = [
    null,
    true,
    0,
    -1,
    1e308,
    '',
    ' ',
    'x',
    '\u0000\uFFFF\uD800',
    [],
    [[]],
    [null],
    {},
    { a: [{}] },
    'constructor',
  ];
  test.each(WRONG.map((value) => [value]))('%j in every place gets a verdict, never an exception', (value) => {
    const everywhere = (object: object): object =>
      Object.fromEntries(
        Object.entries(object).map(([key, inner]) => [
          key,
          typeof inner === 'object' && !Array.isArray(inner) ? everywhere(inner) : value,
        ]),
      );
    const flat = Object.fromEntries(Object.keys(FULL_EVENT).map((key) => [key, value]));
    const oneByOne = Object.keys(FULL_EVENT).map((key) => ({ ...FULL_EVENT, [key]: value }));
    for (const raw of [everywhere(FULL_EVENT), flat, ...oneByOne]) {
      for (const context of [SERVER, BROWSER]) {
        const verdict = accept(raw, context, POLICY);
        expect(verdict.accepted ? defectOf(verdict.event) : undefined).toBeUndefined();
        if (!verdict.accepted) expect(verdict.problems).not.toEqual([]);
      }
    }
  });
});
