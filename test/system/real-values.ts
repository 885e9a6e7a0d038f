/**
 * Values as real shops, plug-ins and tag managers send them, and what must become of each at Pinterest: sent as it is meant,
 * or left out or refused with a word that says why. Each row is one of a kind; generated tests beside the rules hold the kinds.
 */
import { digest } from '../helpers/factories';

export interface RealValue {
  /** The fields of the event that differ from an ordinary checkout, as JSON text: numbers keep their digits. */
  readonly given: string;
  readonly query?: string;
  /** Digests of these texts must arrive in `user_data`; undefined means that the field must not. */
  readonly hashed?: { readonly [field: string]: string | undefined };
  /** What must arrive in `custom_data`; undefined means that the field must not. */
  readonly custom?: { readonly [field: string]: unknown };
  /** What must arrive in clear: in the event itself, or in `user_data`. */
  readonly event?: { readonly [field: string]: unknown };
  readonly user?: { readonly [field: string]: unknown };
  readonly test?: boolean;
  /** Silent when left out: a value that was understood needs no word. */
  readonly warns?: RegExp;
  readonly refused?: RegExp;
}

const user = (fields: object) => `"user_data":${JSON.stringify({ em: 'user@example.com', ...fields })}`;
const money = (value: string, currency: string | undefined, sent: string): RealValue => ({
  given: `"custom_data":${JSON.stringify({ value, currency })}`,
  custom: { value: sent },
});
const hashed = (fields: object, sent: RealValue['hashed'] & object): RealValue => ({
  given: user(fields),
  hashed: sent,
});
const leftOut = (fields: object, field: string, warns = new RegExp(`user_data.${field}"`)): RealValue => ({
  given: user(fields),
  hashed: { [field]: undefined },
  warns,
});

const MONEY: readonly RealValue[] = [
  money('Rs. 1500', 'INR', '1500'),
  money('kr. 1299', 'DKK', '1299'),
  money('Fr. 250', 'CHF', '250'),
  money('150.000 ₫', 'VND', '150000'),
  money('15.000', 'JPY', '15000'),
  money('12.990 kr', 'ISK', '12990'),
  money('$ 15.990', 'CLP', '15990'),
  money('129,900 DT', 'TND', '129.900'),
  money('1.234,50 kr.', 'SEK', '1234.50'),
  money('Rs. 1,299.00', 'INR', '1299.00'),
  money('1 299,00 руб.', 'RUB', '1299.00'),
  money('S/ 120.00', 'PEN', '120.00'),
  money('B/. 12.50', 'PAB', '12.50'),
  money('CHF 120.-', 'CHF', '120'),
  money('120,-', 'EUR', '120'),
  money('\u200E129,90\u00A0\u200F€', 'EUR', '129.90'),
  money('١٢٩٫٩٠', 'EGP', '129.90'),
  money('۱۲۹٫۹۰', 'USD', '129.90'),
  money('১২৯.৯০', 'BDT', '129.90'),
  { given: '"custom_data":{"value":"1.299"}', refused: /"custom_data.value"/ },
  { given: '"custom_data":{"value":"&#36;129,90"}', refused: /"custom_data.value".*HTML/i },
];

const PHONES: readonly RealValue[] = [
  hashed({ ph: '491701234567', country: 'DE' }, { ph: '491701234567' }),
  hashed({ ph: '0491 4567890', country: 'DE' }, { ph: '494914567890' }),
  hashed({ ph: '15123456789', country: 'DE' }, { ph: '4915123456789' }),
  hashed({ ph: '38343201234', country: 'XK' }, { ph: '38343201234' }),
  hashed({ ph: '4155550100.0', country: 'US' }, { ph: '14155550100' }),
  hashed({ ph: '14155550100' }, { ph: '14155550100' }),
  leftOut({ ph: '0000000000', country: 'US' }, 'ph'),
  leftOut({ ph: '1234567890', country: 'US' }, 'ph'),
  leftOut({ ph: '+10000000000' }, 'ph'),
  leftOut({ ph: '13612345678' }, 'ph', /country/),
  leftOut({ ph: '11987654321' }, 'ph', /country/),
];

const BIG_NUMBERS: readonly RealValue[] = [
  {
    given: '"user_data":{"em":"user@example.com","external_id":820982911946154508}',
    hashed: { external_id: '820982911946154508' },
  },
  {
    given:
      '"custom_data":{"order_id":820982911946154509,"content_ids":[9007199254740993],"contents":[{"id":820982911946154510}]}',
    custom: {
      order_id: '820982911946154509',
      content_ids: ['9007199254740993'],
      contents: [{ id: '820982911946154510' }],
    },
  },
  { given: '"custom_data":{"order_id":8.209829119461545e17}', refused: /send ids as text/i },
];

const ORDER_LINES: readonly RealValue[] = [
  {
    given:
      '"custom_data":{"line_items":[{"id":466157049,"product_id":632910392,"variant_id":39072856,"sku":"IPOD2008GREEN","quantity":1,"price":"199.00","title":"IPod Nano"}]}',
    custom: { content_ids: ['632910392'], num_items: 1 },
  },
  {
    given: '"custom_data":{"line_items":[{"id":315,"product_id":93,"variation_id":0,"quantity":2,"price":3}]}',
    custom: { content_ids: ['93'], num_items: 2 },
  },
  {
    given: '"custom_data":{"items":[{"item_id":7,"product_id":"14","sku":"24-MB01","qty_ordered":3,"price":34}]}',
    custom: { content_ids: ['14'], num_items: 3 },
  },
  {
    given: '"custom_data":{"items":[{"item_name":"Stan and Friends Tee","price":10.01,"quantity":3}]}',
    custom: { content_ids: ['Stan and Friends Tee'] },
  },
  { given: '"custom_data":{"content_ids":"[1, 2.5, 3]"}', custom: { content_ids: ['1', '2.5', '3'] } },
  {
    given: '"custom_data":{"contents":"[{\\"product_id\\":\\"A1\\",\\"quantity\\":2}]"}',
    custom: { content_ids: ['A1'], num_items: 2 },
  },
];

const PRINTED_NOTHING: readonly RealValue[] = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder itself is what arrives.
  ...['{{event_id}}', '[object Object]', '${id}', '%%ID%%', '*|FNAME|*'].map(
    (id): RealValue => ({
      given: `"event_id":${JSON.stringify(id)}`,
      refused: /"event_id"/,
    }),
  ),
  { given: '"custom_data":{"order_id":"{{order_id}}"}', refused: /"custom_data.order_id"/ },
  leftOut({ fn: '*|FNAME|*' }, 'fn'),
  ...['(null)', '(not set)', '<nil>', 'null null', '#N/A', '[Filtered]', '***'].map((ln) =>
    hashed({ ln }, { ln: undefined }),
  ),
  ...['undefined', 'null', 'none', ' '].map((word) => leftOut({ fn: digest(word) }, 'fn')),
];

const ADDRESSES: readonly RealValue[] = [
  ...[
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['203.0.113.7, 10.0.0.1', '203.0.113.7'],
    ['10.0.0.1, 203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:51234', '203.0.113.7'],
    ['[2001:db8::1]:443', '2001:db8::1'],
  ].map(
    ([client_ip_address, sent]): RealValue => ({
      given: user({ client_ip_address }),
      user: { client_ip_address: sent },
    }),
  ),
  ...['10.0.0.1', '192.168.1.5', '127.0.0.1', '::1', '169.254.1.1', 'fe80::1', 'fd00::1', '0.0.0.0', '::'].map(
    (client_ip_address): RealValue => ({
      given: user({ client_ip_address }),
      user: { client_ip_address: undefined },
      warns: /client_ip_address.*proxy/,
    }),
  ),
];

const PLACES: readonly RealValue[] = [
  hashed({ zp: 'D-10115', country: 'DE' }, { zp: '10115' }),
  hashed({ zp: 'L-1234', country: 'LU' }, { zp: '1234' }),
  hashed({ zp: 'CH-8001', country: 'CH' }, { zp: '8001' }),
  hashed({ zp: 'LV-1010', country: 'LV' }, { zp: '1010' }),
  hashed({ zp: '2134.0', country: 'US' }, { zp: '02134' }),
  hashed({ zp: '１００－０００１', country: 'JP' }, { zp: '1000001' }),
  hashed({ country: 'United States (US)', st: 'California', zp: '2134' }, { country: 'us', st: 'ca', zp: '02134' }),
  hashed({ country: 'États-Unis' }, { country: 'us' }),
  hashed({ country: 'Stati Uniti' }, { country: 'us' }),
  hashed({ country: 'Moldova' }, { country: 'md' }),
  hashed({ db: '01-05-1990', country: 'US' }, { db: '19900105' }),
  leftOut({ db: '01-05-1990' }, 'db'),
  leftOut({ db: '2090-01-05' }, 'db'),
  leftOut({ db: '1990-01-04T23:00:00.000Z' }, 'db'),
  ...['5. 1. 1990', '1990. 01. 05.', '05-JAN-1990'].map((db) => hashed({ db }, { db: '19900105' })),
  hashed({ st: 'NSW', country: 'AU' }, { st: 'nsw' }),
  hashed({ st: 'Tex.', country: 'US' }, { st: 'tx' }),
  hashed({ st: 'Ont.', country: 'CA' }, { st: 'on' }),
  leftOut({ st: 'XYZ', country: 'DE' }, 'st'),
];

const LETTERS: readonly RealValue[] = [
  hashed({ em: '\u200Bjane@\u2060example.com\u200E' }, { em: 'jane@example.com' }),
  hashed({ em: 'zoe\u0308@example.com' }, { em: 'zoë@example.com' }),
  hashed({ fn: 'Ja\u200Bne' }, { fn: 'jane' }),
  hashed({ external_id: '\u2060user-1\u200B' }, { external_id: 'user-1' }),
  hashed({ ln: 'O&#39;Neill' }, { ln: "o'neill" }),
  hashed({ ln: "O\\'Neill" }, { ln: "o'neill" }),
  hashed({ ct: 'İSTANBUL' }, { ct: 'istanbul' }),
  { given: '"language":"en-US"', event: { language: 'en' } },
  { given: '"app_info":{"install_time":"2026-03-01T11:59:00Z"}', event: { app_info: { install_time: 1772366340 } } },
  leftOut({ fn: 'a'.repeat(96) }, 'fn'),
  leftOut({ fn: Buffer.from(digest('jane'), 'hex').toString('base64') }, 'fn'),
];

const PRIVACY: readonly RealValue[] = [
  {
    given: '"data_processing_options":["LDU"],"user_data":{"em":"user@example.com","st":"CA","country":"US"}',
    custom: { opt_out_type: 'LDP' },
  },
  {
    given: '"limited_data_use":true,"user_data":{"em":"user@example.com","st":"CA","country":"US"}',
    custom: { opt_out_type: 'LDP' },
  },
  { given: '"custom_data":{"opt_out_type":"CCPA"}', warns: /opt_out_type/ },
  ...['""', '"undefined"'].map((consent): RealValue => ({ given: `"consent":${consent}`, refused: /consent/ })),
  { given: '"test":true', test: true },
  { given: '"custom_data":{}', query: '?test=1', test: true },
  { given: '"custom_data":{}', query: '?is_test=TRUE', test: true },
  { given: '"test":"perhaps"', refused: /"test"/ },
  {
    given:
      '"event_source_url":"https://www.shop.example/thanks?email=jane%40example.com&utm_source=pinterest&epik=dj0yJnU9"',
    event: { event_source_url: 'https://www.shop.example/thanks?utm_source=pinterest&epik=dj0yJnU9' },
    user: { click_id: 'dj0yJnU9' },
    warns: /event_source_url/,
  },
  ...['Test_UA', 'Mozilla/5.0 (Macintosh)', 'python-requests/2.31', 'WordPress/6.4'].map(
    (client_user_agent): RealValue => ({
      given: user({ client_user_agent }),
      user: { client_user_agent: undefined },
      warns: /client_user_agent.*visitor/,
    }),
  ),
];

const VOCABULARIES: readonly RealValue[] = [
  { given: '"event_name":"view_item"', event: { event_name: 'view_content' } },
  { given: '"event_name":"Product Viewed"', event: { event_name: 'view_content' } },
  { given: '"event_name":"Lead Generated"', event: { event_name: 'lead' } },
  { given: '"event_name":"Product List Filtered"', event: { event_name: 'search' } },
  ...['add_shipping_info', 'select_item', 'view_promotion'].map(
    (name): RealValue => ({
      given: `"event_name":"${name}"`,
      refused: /eventMap|event map/,
    }),
  ),
  {
    given:
      '"custom_data":{"value":30.03,"currency":"USD","tax":3.6,"shipping":5.99,"coupon":"SUMMER","affiliation":"Shop","items":[{"item_id":"SKU_1","index":0,"item_category2":"Adult","price":10.01,"quantity":3}]}',
    custom: { value: '30.03', content_ids: ['SKU_1'], num_items: 3 },
  },
];

const MESSAGES: readonly RealValue[] = [
  { given: '"a_key_of_exactly_30_characters":1', warns: /"a_key_of_exactly_30_characters"/ },
  { given: '"event_name":"Kauf abgeschlossen"', refused: /"Kauf abgeschlossen"/ },
];

export const REAL_VALUES: { readonly [kind: string]: readonly RealValue[] } = {
  money: MONEY,
  phones: PHONES,
  'numbers above 2^53': BIG_NUMBERS,
  'order lines': ORDER_LINES,
  'what a template printed for nothing': PRINTED_NOTHING,
  'IP addresses': ADDRESSES,
  'places and dates': PLACES,
  'letters that nobody sees': LETTERS,
  'privacy and tests': PRIVACY,
  vocabularies: VOCABULARIES,
  messages: MESSAGES,
};
