/** The rule tests can fail, and none is forgotten. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ALARM_KINDS } from '../../../../lib/monitoring/alarm-table';
import { alarm, raised, SILENT } from './rule-test';

/** What stands under a `describe` of these files, by its title. */
const titled = new Map(
  readdirSync(__dirname)
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) =>
      readFileSync(path.join(__dirname, file), 'utf8')
        .split(/^describe\('/m)
        .slice(1),
    )
    .map((block) => [block.slice(0, block.indexOf("'")), block]),
);

it.each(ALARM_KINDS)('%s has a series that raises it, and one that leaves it silent', (kind) => {
  expect(titled.get(kind)).toMatch(/toEqual\(\[\s*raised\(/);
  expect(titled.get(kind)).toContain('toEqual(SILENT)');
});

describe('a rule test', () => {
  const refused = { TokenRejected: '_x10 1 _x90' };

  it('fails for another minute, another text, and where silence was expected', () => {
    const outcome = alarm('TokenRejected', refused);
    expect(outcome).not.toEqual([raised(14, 88, 'access token')]);
    expect(outcome).not.toEqual([raised(13, 87, 'access token')]);
    expect(outcome).not.toEqual([raised(13, 88, 'the password')]);
    expect(outcome).not.toEqual(SILENT);
    expect(outcome).toEqual([raised(13, 88, 'access token')]);
  });

  it('takes no metric that the alarm does not watch, and no value that is none', () => {
    expect(() => alarm('TokenRejected', { EventsRejected: '1' })).toThrow(/TokenRejected does not watch exactly one/);
    expect(() => alarm('EventsAboutToExpire', { ApproximateAgeOfOldestMessage: '1' })).toThrow(/exactly one/);
    expect(() => alarm('TokenRejected', { TokenRejected: '1*3' })).toThrow(/"1\*3" is no value of a series; write/);
  });
});
