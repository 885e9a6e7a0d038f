/** The few events of each day that must be refused: what goes wrong in real shops, each kind of it once. */
import type { Day, ExampleEvent } from './example-event';

const HOUR = 60 * 60 * 1_000;
const ONLY_PHONE = { ph: ['+1 415 555 0132'] };

/** What is wrong → the event that shows it, made from one that is in order. */
type Recipe = (sound: Sound, day: Day) => unknown;
interface Sound {
  readonly [key: string]: unknown;
  readonly custom_data: { readonly [key: string]: unknown };
}

const without = (sound: Sound, key: string): unknown => ({ ...sound, [key]: undefined });
const user = (sound: Sound, user_data: unknown): unknown => ({ ...sound, user_data });
const custom = (sound: Sound, changes: object): unknown => ({
  ...sound,
  custom_data: { ...sound.custom_data, ...changes },
});

const FROM_BACK_ENDS: { readonly [mistake: string]: Recipe } = {
  'no event_id': (sound) => without(sound, 'event_id'),
  'blank event_id': (sound) => ({ ...sound, event_id: '   ' }),
  'event_id printed as undefined': (sound) => ({ ...sound, event_id: 'undefined' }),
  'no event_name': (sound) => without(sound, 'event_name'),
  'unknown event_name': (sound) => ({ ...sound, event_name: 'Thank you page' }),
  'misspelt event_name': (sound) => ({ ...sound, event_name: 'chekout' }),
  'event_name is a number': (sound) => ({ ...sound, event_name: 17 }),
  'no action_source': (sound) => without(sound, 'action_source'),
  "another platform's action_source": (sound) => ({ ...sound, action_source: 'website' }),
  'action_source app, of no system': (sound) => ({ ...sound, action_source: 'app' }),
  'no event_time': (sound) => without(sound, 'event_time'),
  'event_time in words': (sound) => ({ ...sound, event_time: 'yesterday evening' }),
  'event_time without time zone': (sound, day) => ({
    ...sound,
    event_time: new Date(day.ago(HOUR)).toISOString().slice(0, 19),
  }),
  'nine days old': (sound, day) => ({ ...sound, event_time: Math.floor(day.ago(9 * 24 * HOUR) / 1_000) }),
  'three hours in the future': (sound, day) => ({ ...sound, event_time: day.ago(-3 * HOUR) }),
  'no user_data': (sound) => without(sound, 'user_data'),
  'user_data is a text': (sound) => user(sound, 'jane.doe@example.com'),
  'phone number as the only identity': (sound) => user(sound, ONLY_PHONE),
  'customer id as the only identity': (sound) => user(sound, { external_id: 'C-10001' }),
  'IP address without user agent': (sound) => user(sound, { client_ip_address: '192.0.2.7' }),
  'e-mail address that is none': (sound) => user(sound, { email: 'not given', ...ONLY_PHONE }),
  'advertising id of a device that gives none': (sound) =>
    user(sound, { mobile_ad_id: '00000000-0000-0000-0000-000000000000' }),
  'hash of an empty e-mail address': (sound) =>
    user(sound, { em: ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'] }),
  'negative value (a refund)': (sound) => custom(sound, { value: -49.9 }),
  'value in words': (sound) => custom(sound, { value: 'free' }),
  'unknown currency': (sound) => custom(sound, { currency: 'EURO' }),
  'opt_out that says neither yes nor no': (sound) => ({ ...sound, opt_out: 'maybe' }),
  'custom_data is a list': (sound) => ({ ...sound, custom_data: [sound.custom_data] }),
  'a text in place of an event': () => 'checkout',
};

const FROM_BROWSERS: { readonly [mistake: string]: Recipe } = {
  'unknown event_name on a page': (sound) => ({ ...sound, event_name: 'hover_logo' }),
  'page that claims to be a till': (sound) => ({ ...sound, action_source: 'offline' }),
  'page that gives no event_id': (sound) => without(sound, 'event_id'),
};

export function mistakes(day: Day): ExampleEvent[] {
  const made = (via: ExampleEvent['via'], mistake: string, recipe: Recipe): ExampleEvent => {
    const happenedAt = day.moment();
    const sound = {
      ...{ event_name: 'checkout', action_source: 'web', event_id: day.nextId('mistake') },
      event_time: Math.floor(happenedAt / 1_000),
      user_data: { em: ['jane.doe@example.com'] },
      custom_data: { value: '49.90', currency: 'USD', num_items: 1 },
    };
    const browser = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0' };
    const page = 'https://www.shop.example/en/thank-you';
    return {
      ...{ kind: 'order', via, happenedAt, event: recipe(sound, day), mistake },
      ...(via === 'browser' && { browser: { ...browser, page } }),
    };
  };
  return [
    ...Object.entries(FROM_BACK_ENDS).map(([mistake, recipe]) => made('server', mistake, recipe)),
    ...Object.entries(FROM_BROWSERS).map(([mistake, recipe]) => made('browser', mistake, recipe)),
  ];
}
