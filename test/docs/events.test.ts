/** The tables of fields in docs/events.md: what they list, and what they say of each field, is what the code does. */

import {
  APP_INFO,
  CONTENT,
  CUSTOM_DATA,
  DEVICE_INFO,
  EVENT,
  type FieldRule,
  type FieldTable,
  USER_DATA,
} from '../../contract/pinterest-event';
import { CUSTOM_DATA_ALIASES } from '../../lambda/event/custom-data-names';
import { DIGEST_FIELDS } from '../../lambda/event/digest-fields';
import { CONTENT_ALIASES } from '../../lambda/event/order-lines';
import { USER_DATA_ALIASES } from '../../lambda/event/user-data';
import { unreadableIn } from './judged';
import { codeOf, codesOf } from './markdown';
import { cases, fieldsOf, PAGE, rowsOf, TABLES } from './page';

const isDigests = ({ kind }: FieldRule) => kind === 'digests';
const fieldsInClear = Object.fromEntries(Object.entries(USER_DATA).filter(([, rule]) => !isDigests(rule)));

const FIELD_TABLES: readonly (readonly [string, FieldTable])[] = [
  ['Event fields', EVENT],
  ['Fields of `user_data` in clear', fieldsInClear],
  ['`custom_data`', CUSTOM_DATA],
  ['`contents`', CONTENT],
  ['`app_info`', APP_INFO],
  ['`device_info`', DEVICE_INFO],
];

/** How the page writes what a field leaves as. */
function writtenAs(rule: FieldRule): string {
  const upTo = (limit: number | undefined, unit = '') =>
    limit === undefined ? '' : `, at most ${limit.toLocaleString('en')}${unit}`;
  switch (rule.kind) {
    case 'text':
      return rule.oneOf
        ? `one of ${rule.oneOf.map((value) => `\`${value}\``).join(', ')}`
        : `text${upTo(rule.maxLength, ' characters')}`;
    case 'decimal':
      return 'number as text';
    case 'integer':
      return `whole number${upTo(rule.maximum)}`;
    case 'boolean':
      return 'true or false';
    case 'texts':
      return `list of texts${upTo(rule.maxItems)}`;
    case 'digests':
      return 'list of digests';
    case 'object':
      return 'object';
    case 'objects':
      return 'list of objects';
  }
}

describe.each(FIELD_TABLES)('the table of %s', (heading, table) => {
  test('has every field, in the order of the code', () => expect(fieldsOf(heading)).toEqual(Object.keys(table)));

  test.each(cases(heading, 'field'))('says of %s how it leaves', (field, row) => {
    const rule = table[codeOf(field)];
    expect(rule && row['sent as']).toBe(rule && writtenAs(rule));
  });

  test.each(cases(heading, 'field'))('says of %s what happens when it cannot be read', (field, row) => {
    expect(unreadableIn(table, codeOf(field))).toBe(row.unreadable ?? 'left out');
  });
});

test('the table of hashed fields has every one, with its aliases', () => {
  expect(fieldsOf('Hashed fields').sort()).toEqual(Object.keys(DIGEST_FIELDS).sort());
  const aliases = rowsOf('Hashed fields').flatMap(({ field, aliases }) =>
    codesOf(aliases).map((alias): [string, string] => [alias, codeOf(field)]),
  );
  expect(Object.fromEntries(aliases)).toEqual(Object.fromEntries(USER_DATA_ALIASES));
});

test.each([
  ['`custom_data`', CUSTOM_DATA_ALIASES],
  ['`contents`', CONTENT_ALIASES],
])('the table of %s has the other names of each field, in their order', (heading, aliases) => {
  const rows = rowsOf(heading).map((row): [string, string[]] => [codeOf(row.field), codesOf(row['other names'])]);
  expect(Object.fromEntries(rows.filter(([, names]) => names.length > 0))).toEqual(aliases);
});

const sourced = [...TABLES.values()].flat(2).filter((row) => row.source !== undefined);

test.each(sourced.map((row): [string, string] => [row.field ?? '', row.source ?? '']))(
  '%s has a source: %s',
  (_, source) => {
    const links = [...source.matchAll(/\[([^\]]+)\]/g)].map(([, name]) => name);
    expect(links.length > 0 || source.includes('our choice:')).toBe(true);
    for (const name of links) expect(PAGE).toContain(`\n[${name}]: https://`);
  },
);
