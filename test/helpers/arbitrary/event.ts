/** An event as it comes, in every vocabulary and with every field there is. */
import fc from 'fast-check';
import { EVENT_NAMES } from '../../../contract/event-vocabulary';
import { APP_INFO, DEVICE_INFO, type FieldRule, type FieldTable } from '../../../contract/pinterest-event';
import { SECONDS } from '../factories';
import { userData } from './person';
import { customData } from './purchase';
import { blank, given, junk, rarely, unknownKeys } from './value';

const pascal = (name: string) => name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());

/** Every name of every vocabulary: the API's, the tag's, and those listed beside them. */
const KNOWN_NAMES = Object.entries(EVENT_NAMES).flatMap(([api, others]) => [api, pascal(api), ...others]);

const messy = (name: string) =>
  fc.constantFrom(
    name,
    name,
    name.toUpperCase(),
    ` ${name.toLowerCase()} `,
    name.replaceAll('_', ' '),
    name.replaceAll(' ', '-'),
  );
const eventName = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...KNOWN_NAMES).chain(messy) },
  { weight: 1, arbitrary: fc.oneof(fc.constantFrom('chekout', 'quarterly_report', '__proto__'), blank, junk) },
);

const seconds = fc.integer({ min: SECONDS - 7 * 86_400, max: SECONDS + 300 });
const eventTime = fc.oneof(
  {
    weight: 20,
    arbitrary: seconds.chain((s) => fc.constantFrom<unknown>(s, s + 0.5, String(s), s * 1_000, String(s * 1_000))),
  },
  { weight: 5, arbitrary: seconds.map((s) => new Date(s * 1_000).toISOString()) },
  {
    weight: 1,
    arbitrary: fc.oneof(fc.constantFrom(0, SECONDS + 9_999, '2026-03-01', 'yesterday', 1e300), blank, junk),
  },
);

/** Shorter texts of chance are often marks alone, which are no id. */
const eventId = given(fc.oneof(fc.uuid(), fc.nat(), fc.string({ unit: 'grapheme', minLength: 4 })));

const actionSource = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('web', 'web', 'app_ios', 'app_android', 'offline', ' WEB ') },
  { weight: 1, arbitrary: fc.oneof(fc.constantFrom('app', 'website'), blank, junk) },
);

const url = fc.constantFrom(
  'https://www.shop.example/',
  'https://www.shop.example/?a=1&epik=dj0yJnU',
  '/cart?EPIK=',
  ' x ',
);
const anyText: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom('Acme', '7.9', 429_047_995),
  fc.string({ unit: 'grapheme' }),
);

/** A value that a field takes, by its rule. */
function valueFor(rule: FieldRule): fc.Arbitrary<unknown> {
  if (rule.kind === 'integer') {
    const number = fc.integer({ min: rule.minimum ?? 0, max: rule.maximum ?? 1_000_000 });
    return fc.oneof(number, number.map(String));
  }
  if (rule.kind === 'text' && rule.oneOf !== undefined) return fc.constantFrom(...rule.oneOf);
  return rule.kind === 'texts' ? fc.array(anyText, { maxLength: 3 }) : anyText;
}

/** Of its whole numbers one is a time. */
const fieldFor = (key: string, rule: FieldRule): fc.Arbitrary<unknown> =>
  key === 'install_time' ? seconds : valueFor(rule);

const objectFor = (table: FieldTable) =>
  fc.record(Object.fromEntries(Object.entries(table).map(([key, rule]) => [key, given(fieldFor(key, rule))])), {
    requiredKeys: [],
  });

const optional = fc.record(
  {
    event_source_url: given(url),
    opt_out: fc.constantFrom(true, false, 'true', 0, undefined, ''),
    language: given(fc.constantFrom('en', 'DE')),
    wifi: given(fc.boolean()),
    ...{ partner_name: given(anyText), app_id: given(anyText), app_name: given(anyText), app_version: given(anyText) },
    ...{ device_brand: given(anyText), device_carrier: given(anyText), device_model: given(anyText) },
    ...{ device_type: given(anyText), os_version: given(anyText) },
    app_info: rarely(4, given(objectFor(APP_INFO))),
    device_info: rarely(4, given(objectFor(DEVICE_INFO))),
    consent: fc.constantFrom(true, 'granted', 'yes', undefined),
    ...{ test_event_code: rarely(10, given(fc.constant('TEST1'))), opt_out_type: rarely(10, fc.constant('LDP')) },
  },
  { requiredKeys: [] },
);

const spoilt = fc.record(
  { consent: fc.constantFrom(false, 'denied', 'perhaps', null, ''), opt_out: junk, user_data: junk },
  { requiredKeys: [] },
);

export const rawEvent = fc
  .tuple(
    fc.record({ event_name: eventName, action_source: actionSource, event_time: eventTime, event_id: eventId }),
    optional,
    fc.record({
      user_data: userData,
      custom_data: fc.oneof({ weight: 9, arbitrary: customData }, { weight: 1, arbitrary: blank }),
    }),
    rarely(6, unknownKeys),
    rarely(15, spoilt),
  )
  .map((parts): Record<string, unknown> => Object.assign({}, ...parts));
