/** The bodies: mutated events in every wrapping, broken texts, wrong roots, and a few that are as large as a body can be. */

import type { Random } from '../../sim/random';
import { CANARIES } from './events';
import { mutated, UNWRITABLE, unwritable } from './mutate';

export interface FuzzBody {
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** Above this a body is large: it may take longer, and its time is told apart. */
export const LARGE_BYTES = 64 * 1024;

/** API Gateway takes no more. */
const LARGEST_BYTES = 6_000_000;

const LARGE_SHARE = 0.0008;

export function anyBody(random: Random): FuzzBody {
  const kind = random();
  if (kind < LARGE_SHARE) return encoded(large(random).slice(0, LARGEST_BYTES), random);
  if (kind < 0.06) return encoded(wrongRoot(random), random);
  if (kind < 0.18) return broken(requestText(random), random);
  return encoded(requestText(random), random);
}

function requestText(random: Random): string {
  const events = Array.from({ length: random.chance(0.8) ? 1 : random.below(6) }, () => mutated(random));
  const beside = random.chance(0.1) ? { test_event_code: 'TEST1', [random.pick(CANARIES)]: 1 } : {};
  const root = random.pick<unknown>([{ data: events, ...beside }, { data: events }, events, events[0] ?? {}]);
  return UNWRITABLE.reduce((text, number) => text.replaceAll(`"${unwritable(number)}"`, number), JSON.stringify(root));
}

function encoded(text: string, random: Random): FuzzBody {
  const isBase64Encoded = random.chance(0.3);
  return { body: isBase64Encoded ? Buffer.from(text).toString('base64') : text, isBase64Encoded };
}

/** Not JSON, not UTF-8, not base64, or JSON with a key twice. */
function broken(text: string, random: Random): FuzzBody {
  const at = random.below(text.length + 1);
  const inserted = (piece: string) => text.slice(0, at) + piece + text.slice(at);
  return random.pick([
    () => encoded(text.slice(0, at), random),
    () => encoded(inserted(random.pick(['"', '}', '\\', '\u0000', '\\ud83d', ',', '\uFEFF', 'NaN'])), random),
    () => encoded(`\uFEFF${text}`, random),
    () => encoded(text.replace('"event_id":', '"event_id":"other","event_id":'), random),
    () => encoded(text.replace('{', '{"__proto__":{"em":"zq.canary@example.com"},'), random),
    () => ({ body: text, isBase64Encoded: true }),
    () => {
      const bytes = Buffer.from(text);
      bytes[random.below(bytes.length)] = 128 + random.below(128);
      return { body: bytes.toString('base64'), isBase64Encoded: true };
    },
  ])();
}

function wrongRoot(random: Random): string {
  const canary = random.pick(CANARIES);
  return random.pick([
    '',
    ...[' ', 'null', 'true', '1', '""', '[]', '{}', '[[]]', '[null]', '{"data":null}', '{"data":{}}', '{"data":[]}'],
    ...[JSON.stringify(canary), JSON.stringify([canary]), JSON.stringify({ [canary]: canary }), `{"data":"${canary}"}`],
    ...[`em=${canary}&fn=x`, `<xml>${canary}</xml>`, `{"data":[${'1,'.repeat(random.below(1_100))}1]}`],
    ...['['.repeat(random.below(20_000)), '{"data":'.repeat(random.below(5_000)), '[1e999]', '{"event_name":{}}'],
  ]);
}

/** What would keep a careless program busy for minutes. */
function large(random: Random): string {
  const size = 3_900_000;
  const event = mutated(random);
  const user = (field: string, value: unknown) =>
    JSON.stringify([{ ...event, user_data: { em: 'zq.canary@example.com', [field]: value } }]);
  const field = random.pick([
    'em',
    'ph',
    'fn',
    'ct',
    'st',
    'zp',
    'country',
    'db',
    'external_id',
    'client_user_agent',
    'click_id',
  ]);
  return random.pick([
    () => JSON.stringify({ data: Array.from({ length: 1_000 }, () => mutated(random)) }).slice(0, size),
    () => JSON.stringify({ data: Array.from({ length: 1_000 }, (_, index) => ({ ...event, event_id: `e${index}` })) }),
    () => user(field, 'a\u0301\u0327'.repeat(size / 12)),
    () => user(field, random.pick(['a', ' x', '<a', 'b.', '1-', '@']).repeat(size / 8)),
    () =>
      user(
        field,
        Array.from({ length: 150_000 }, (_, index) => `u${index}@a.example`),
      ),
    () =>
      JSON.stringify([
        { ...event, custom_data: { contents: Array.from({ length: 100_000 }, () => ({ id: 'A', quantity: 1 })) } },
      ]),
    () =>
      JSON.stringify([
        { ...event, ...Object.fromEntries(Array.from({ length: 150_000 }, (_, index) => [`k${index}`, 1])) },
      ]),
    () => JSON.stringify([{ ...event, event_name: 'x'.repeat(size) }]),
    () => `[{"event_name":"checkout","user_data":${'['.repeat(size / 2)}${']'.repeat(size / 2)}}]`,
    () => JSON.stringify(Array.from({ length: 1_000 }, () => 1)).padEnd(size + 600_000, ' '),
  ])();
}
