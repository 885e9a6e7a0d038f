/** Promise 5, in `accept`: what it says about an event repeats nothing personal, wherever the caller has put it. */

import { messageOf } from '../../../contract/queued-event';
import { accept } from '../../../lambda/event/accept';
import { BROWSER, NOW, POLICY, rawEvent, SERVER } from '../../helpers/factories';
import { FULL_EVENT } from './full-event';

const PERSONAL = [
  ['an e-mail address', 'zoe.quartermain@example.com'],
  ['a phone number', '+1 (415) 555-0177'],
  ['a phone number with dashes', '415-555-0177'],
  ['a phone number in digits', '4155550177'],
  ['a birth date', '1987-06-05'],
  ['a street', '17 Sesame Crescent'],
  ['a postcode with a name', 'K1A 0B1 Quartermain'],
  ['an IP address', '203.0.113.77'],
  ['an IPv6 address', '2001:db8:85a3::8a2e:370:7334'],
  ['a card number', '4111 1111 1111 1111'],
  ['a token', 'pina_AbCdEfGhIjKlMnOp'],
  ['an id', '550e8400-e29b-41d4-a716-446655440000'],
] as const;

/** Of an event that has `value` at one place after the other, all that is said about it. */
function allFindings(value: unknown, except: readonly string[] = []): string {
  const places: object[] = [];
  for (const [key, inner] of Object.entries(FULL_EVENT)) {
    if (!except.includes(key)) places.push({ ...FULL_EVENT, [key]: value });
    if (typeof inner !== 'object') continue;
    for (const field of Object.keys(inner)) places.push({ ...FULL_EVENT, [key]: { ...inner, [field]: value } });
  }
  const content = Object.keys(FULL_EVENT.custom_data.contents[0] ?? {});
  for (const field of content) places.push(rawEvent({ custom_data: { contents: [{ [field]: value }] } }));
  return places
    .flatMap((raw) => [SERVER, BROWSER].map((context) => accept(raw, context, POLICY)))
    .flatMap((verdict) => [...verdict.warnings, ...(verdict.accepted ? [] : verdict.problems)])
    .join('\n');
}

describe('promise 5: problems and warnings never repeat', () => {
  test.each(PERSONAL)('%s as a value of any field', (_, value) => {
    const findings = allFindings(value);
    expect(findings).not.toBe('');
    expect(findings).not.toContain(value);
    for (const wrapped of [[value], { [value]: value }, [[value]]]) expect(allFindings(wrapped)).not.toContain(value);
  });

  test.each(PERSONAL)('%s as a key', (_, value) => {
    const { warnings } = accept(
      rawEvent({ [value]: 1, user_data: { em: 'user@example.com', [value]: 1 }, custom_data: { [value]: 1 } }),
      SERVER,
      POLICY,
    );
    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings.join()).not.toContain(value);
  });

  // In the place of a name it goes back to whoever sent it, who could not find it otherwise; the log has it never.
  test.each(['Quartermain', 'Zoe Quartermain', 'zoe', 'Zoéphine'])(
    'the name %s as a value of any field but those for names',
    (name) => {
      expect(allFindings(name, ['event_name', 'action_source'])).not.toContain(name);
    },
  );
});

test('promise 4: of an event full of personal values, only digests are queued', () => {
  const verdict = accept(
    rawEvent({
      user_data: {
        ...{ em: 'zoe@quartermain.example', ph: '+1 415 555 0177', fn: 'Zoéphine', ln: 'Quartermain', ge: 'female' },
        ...{ db: '1987-06-05', ct: 'Sesameville', st: 'California', zp: 'K1A 0B1', country: 'Canada' },
        ...{ external_id: 'member-zoe', hashed_maids: 'EA7583CD-A667-48BC-B806-42ECB2B48606', partner_id: 'p' },
      },
    }),
    SERVER,
    POLICY,
  );
  if (!verdict.accepted) throw new Error(verdict.problems.join());
  const message = messageOf({ v: 1, accepted_at: NOW, test: false, event: verdict.event });
  for (const clear of [
    'zoe',
    'quartermain',
    '415',
    'zoéphine',
    'female',
    '1987',
    'sesame',
    'calif',
    'k1a',
    'ea7583cd',
  ]) {
    expect(message.replace(/[0-9a-f]{64}/g, 'digest').toLowerCase()).not.toContain(clear);
  }
});
