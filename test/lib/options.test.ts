/** The table of options, and what the sources say of the same props to their readers. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import ts from 'typescript';
import { LateEvents, ServerAuthorization } from '../../lib';
import type { Option } from '../../lib/options/option';
import { OPTIONS, OPTIONS_BY_THEME, ROWS, settled } from '../../lib/options/table';
import { AD_ACCOUNT } from './stacks';

interface Documented {
  readonly range: string | undefined;
  readonly byDefault: string | undefined;
}

/** Of every prop of an interface, what its comment says of range and default. */
function documented(file: string): [string, Documented][] {
  const source = ts.createSourceFile(file, ts.sys.readFile(file) ?? '', ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isInterfaceDeclaration).flatMap(({ members }) =>
    members.map((member): [string, Documented] => {
      const text = ts.getJSDocCommentsAndTags(member).find(ts.isJSDoc)?.getText() ?? '';
      const plain = text.replace(/^\s*\*? ?/gm, '');
      return [
        member.name?.getText() ?? '',
        {
          range: /^Valid range: ([\s\S]*?)\.$/m.exec(plain)?.[1]?.replace(/\s+/g, ' '),
          byDefault: /@default ([\s\S]*?)(?=\n\s*\n|\/$)/.exec(plain)?.[1]?.trim(),
        },
      ];
    }),
  );
}

const DOCUMENTED = new Map([
  ...documented('lib/pinterest-conversions-props.ts'),
  ...documented('lib/alarm-options.ts'),
]);

/** `Duration.days(7)`, `LateEvents.DELIVER`, `'text'` or `5`, as the CDK writes defaults, → the value. */
function evaluated(written: string): unknown {
  const names: { readonly [name: string]: object } = { Duration, LateEvents, ServerAuthorization, RemovalPolicy, logs };
  const call = /^Duration\.(\w+)\((\d+)\)$/.exec(written);
  if (call) return Duration[call[1] as 'days'](Number(call[2]));
  const [first = '', ...rest] = written.split('.');
  const root = names[first];
  if (root === undefined) return JSON.parse(written.replaceAll("'", '"'));
  return rest.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], root);
}

const plain = (value: unknown): unknown => (value instanceof Duration ? value.toSeconds() : value);

const NAMES = ROWS.map(([name]) => name);
const rowOf = (name: keyof typeof OPTIONS): Option<never> => OPTIONS[name] as Option<never>;

describe.each(NAMES)('%s', (name) => {
  it('has the range in its docs that its row has', () => {
    expect(DOCUMENTED.get(name)?.range).toBe(rowOf(name).kind.range);
  });

  it('has the default in its docs that its row has', () => {
    const { byDefault = '' } = DOCUMENTED.get(name) ?? {};
    const { default: value } = rowOf(name);
    // "- no e-mail is sent." is told of an empty list; a list of one name is told by the name.
    if (byDefault === '' || byDefault.startsWith('-')) expect(value === undefined || Array.isArray(value)).toBe(true);
    else expect(plain(evaluated(byDefault))).toEqual(plain(value));
  });

  it('takes its own default', () => {
    const { kind, default: value } = rowOf(name);
    expect(value === undefined ? [] : kind.faults(name, value, '')).toEqual([]);
  });

  it('has an example or a default, where a file can hold it', () => {
    const { kind, default: value, example } = rowOf(name);
    expect(kind.schema === undefined || (example ?? value) !== undefined).toBe(true);
  });
});

it('every option is in one theme of the docs', () => {
  const inThemes = Object.values(OPTIONS_BY_THEME).flatMap((theme) => Object.keys(theme));
  expect(inThemes.sort()).toEqual([...NAMES].sort());
});

describe('settled', () => {
  it('leaves what was given, and puts defaults where nothing was', () => {
    expect(settled({ adAccountId: AD_ACCOUNT, testMode: true, lateEvents: undefined } as never)).toMatchObject({
      adAccountId: AD_ACCOUNT,
      testMode: true,
      lateEvents: 'deliver',
      throttleRateLimit: 100,
      alarmEmails: [],
    });
  });

  it('makes nothing up for options whose default is behaviour', () => {
    expect(settled({ adAccountId: AD_ACCOUNT })).not.toHaveProperty('eventMap');
  });
});
