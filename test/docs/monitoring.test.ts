/** The pages about monitoring name all that there is, and nothing that is not. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { METRIC_FAMILIES, METRICS } from '../../contract/metric-names';
import { ALARM_KINDS, COMPOSITE_ALARM } from '../../lib/monitoring/alarm-table';
import { alarmTable } from '../../scripts/alarm-table';
import { withTable } from '../../scripts/tables';

const page = (name: string): string => readFileSync(path.join(__dirname, '..', '..', 'docs', name), 'utf8');

const ALL_ALARMS = [...ALARM_KINDS, COMPOSITE_ALARM];

describe('docs/runbook.md', () => {
  const sections = page('runbook.md').split(/^## /m).slice(1);

  it('has a heading for each alarm, to which the mail of the alarm links', () => {
    expect(sections.map((section) => section.split('\n')[0]).sort()).toEqual([...ALL_ALARMS].sort());
  });

  it.each(sections.map((section) => [section.split('\n')[0], section]))(
    'says of %s what an owner asks',
    (_, section) => {
      expect(section).toMatch(/\*\*Means:\*\*.*\*\*First step:\*\*.*\*\*Verify:\*\*/s);
    },
  );

  it('links to headings that exist', () => {
    const links = [...page('runbook.md').matchAll(/\]\(#([a-z]+)\)/g)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(0);
    expect(ALL_ALARMS.map((name) => name.toLowerCase())).toEqual(expect.arrayContaining(links));
  });
});

describe('docs/monitoring.md', () => {
  const [metrics = '', alarms = ''] = page('monitoring.md').split(/^## (?:Alarms|Drills)$/m);

  it('lists every metric', () => {
    const listed = [...metrics.matchAll(/`([A-Za-z]+(?:\.<)?)/g)].map(([, name]) => name);
    for (const name of Object.values(METRICS)) expect(listed).toContain(name);
    for (const family of Object.values(METRIC_FAMILIES)) expect(listed).toContain(`${family}.<`);
  });

  it('says of each alarm when it is raised, as its row does', () => {
    expect(withTable(page('monitoring.md'), 'alarms', alarmTable())).toBe(page('monitoring.md'));
  });

  it('lists every alarm', () => {
    const listed = [...alarms.matchAll(/^\| `(\w+)/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual([...ALL_ALARMS].sort());
  });
});
