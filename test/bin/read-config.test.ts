import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../../bin/read-config';
import schema from '../../conversions.schema.json';

const read = (config: unknown) => readConfig(JSON.stringify(config), 'conversions.json');

describe('conversions.json', () => {
  it('is one deployment, or a list of them', () => {
    expect(read({ adAccountId: '1' })).toEqual([{ adAccountId: '1' }]);
    expect(read([{ adAccountId: '1' }, { adAccountId: '2', stackName: 'Second' }])).toHaveLength(2);
  });

  it('may be saved by an editor that writes a byte order mark', () => {
    expect(readConfig('\uFEFF{"adAccountId": "1"}', 'conversions.json')).toEqual([{ adAccountId: '1' }]);
  });

  it('is shipped in a form that works for every shop: no ad account, no event map', () => {
    const text = readFileSync(path.join(__dirname, '..', '..', 'conversions.json'), 'utf8');
    const [deployment] = readConfig(text, 'conversions.json');
    expect(deployment).not.toHaveProperty('adAccountId');
    expect(deployment).not.toHaveProperty('eventMap');
    expect(deployment?.$schema).toBe('./conversions.schema.json');
  });

  it.each<[string, unknown, RegExp]>([
    ['an unknown key', { adAccountID: '1' }, /"adAccountID" is not a known key; did you mean "adAccountId"\?/],
    [
      'a key like no other',
      { zzzzzzzzzz: 1 },
      /"zzzzzzzzzz" is not a known key; known keys are \$schema, stackName, adAccountId/,
    ],
    [
      'a number for the ad account',
      { adAccountId: 5 },
      /"adAccountId" must be a string in quotes, got 5; write, for example, "549755885175"/,
    ],
    [
      'a text for a list',
      { alarmEmails: 'a@b.example' },
      /"alarmEmails" must be a list in \[ \], got "a@b.example"; write, for example, \["owner/,
    ],
    ['a text for a switch', { testMode: 'yes' }, /"testMode" must be true or false/],
    [
      'a wrong item',
      { allowedOrigins: ['https://a.example', '*'] },
      /"allowedOrigins\[1\]" cannot be "\*"; write, for example, "https:\/\/www\.shop\.example"/,
    ],
    ['an entry without a name', { eventMap: { trial: {} } }, /"eventMap\.trial\.sendAs" is missing/],
    [
      'a value without a currency',
      { eventMap: { trial: { sendAs: 'lead', value: 1 } } },
      /"eventMap\.trial\.currency" is missing; write, for example, "USD"/,
    ],
    [
      'a wrong key in an entry',
      { eventMap: { trial: { sendas: 'lead' } } },
      /"eventMap\.trial\.sendas" is not a known key; did you mean "sendAs"\?/,
    ],
    [
      'a fault in the second deployment',
      [{}, { throttleRateLimit: 0 }],
      /"\[1\]\.throttleRateLimit" cannot be 0; write, for example, 100/,
    ],
    ['no deployment', [], /the list is empty/],
    ['a text alone', 'shop', /the content of the file must be an object in \{ \}, got "shop"/],
    ['nothing', null, /the content of the file must be an object/],
  ])('is refused with %s', (_, config, message) => {
    expect(() => read(config)).toThrow(message);
    expect(() => read(config)).toThrow(/^conversions\.json cannot be used:\n- /);
  });

  it('is refused with all its faults at once', () => {
    expect(() => read({ testMode: 1, alarmEmails: 2 })).toThrow(
      /"testMode"[\s\S]*"alarmEmails"|"alarmEmails"[\s\S]*"testMode"/,
    );
  });

  it('may hold comments, as editors know them', () => {
    const text = '// what the owner wants\n{\n  "testMode": true /* until Friday */\n}';
    expect(readConfig(text, 'conversions.json')).toEqual([{ testMode: true }]);
  });

  it.each([
    ['{\n  "testMode": true,\n}', /"\}" is not allowed here \(line 3, column 1\)/],
    ['{\n  "alarmEmails": ["a",]\n}', /"\]" is not allowed here \(line 2, column 23\)/],
    ["{\n  'testMode': true\n}", /"'" is not allowed here \(line 2, column 3\)/],
    ['{\n  "testMode": yes\n}', /"y" is not allowed here \(line 2, column 15\)/],
    [
      '{"testMode": true\n "defaultCountry": "US"}',
      /"\\"" is not allowed here \(line 2, column 2\); a comma is missing/,
    ],
    ['{"defaultCountry": "US}', /\(line 1, column 20\); the closing quote is missing/],
    ['{"testMode": true', /the file ends too early \(line 1, column 18\)/],
    ['', /the file ends too early \(line 1, column 1\)/],
  ])('is refused when it is not JSON, with the place: %j', (text, message) => {
    expect(() => readConfig(text, 'conversions.json')).toThrow(message);
  });
});

describe('conversions.schema.json', () => {
  interface Described {
    readonly description?: string;
    readonly examples?: readonly unknown[];
  }
  const { deployment, eventMapEntry } = schema.$defs;

  it('describes every key and gives an example of it', () => {
    const keys: [string, Described][] = [
      ...Object.entries(deployment.properties),
      ...Object.entries(eventMapEntry.properties),
    ];
    for (const [key, { description = '', examples = [] }] of keys) {
      expect([key, description.length > 20, examples.length > 0]).toEqual([key, true, true]);
    }
  });

  it('takes its own examples', () => {
    for (const [key, { examples }] of Object.entries(deployment.properties)) {
      for (const example of examples) expect(() => read({ [key]: example })).not.toThrow();
    }
  });
});
