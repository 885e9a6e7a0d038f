/** The pages about monitoring name all that there is, and nothing that is not. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { METRIC_FAMILIES, METRICS } from '../../contract/metric-names';
import { ALARM_NAMES, COMPOSITE_ALARM } from '../../lib/monitoring/alarm-names';
import { FEWEST_FAULTS } from '../../lib/monitoring/rates';
import { thresholdsOf } from '../../lib/monitoring/thresholds';

const page = (name: string): string => readFileSync(path.join(__dirname, '..', '..', 'docs', name), 'utf8');

const ALL_ALARMS = [...ALARM_NAMES, COMPOSITE_ALARM];

describe('docs/runbook.md', () => {
  const sections = page('runbook.md').split(/^## /m).slice(1);

  it('has a heading for each alarm, to which the mail of the alarm links', () => {
    expect(sections.map((section) => section.split('\n')[0]).sort()).toEqual([...ALL_ALARMS].sort());
  });

  it.each(sections.map((section) => [section.split('\n')[0], section]))(
    'says of %s what an owner asks',
    (_, section) => {
      expect(section).toMatch(/\*\*Means:\*\*.*\*\*Look first:\*\*.*\*\*Verify:\*\*/s);
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

  it('tells the thresholds that there are', () => {
    const defaults = thresholdsOf({ adAccountId: '1' });
    const row = (name: string) => alarms.split('\n').find((line) => line.startsWith(`| \`${name}`));
    expect(row('DeliveryErrorRate')).toContain(`more than ${defaults.deliveryErrorRate} %`);
    expect(row('RejectionRate')).toContain(
      `more than ${defaults.rejectionRate} % of the events, and at least ${FEWEST_FAULTS} `,
    );
    expect(row('RefusedInputRate')).toContain(`more than ${defaults.refusedInputRate} %`);
    expect(row('EndpointErrors')).toContain(`more than ${defaults.endpointErrorRate} %`);
    expect(row('EventsDelayed')).toContain(`${defaults.deliveryDelay.toMinutes()} minutes`);
    expect(row('FunctionErrors')).toContain(`more than ${defaults.functionErrors} failed`);
    expect(row('FunctionThrottles')).toContain(`more than ${defaults.functionThrottles} throttled`);
    const { minimumEventsPerDay } = thresholdsOf({ adAccountId: '1', expectedEventsPerDay: 100 });
    expect(row('EventVolumeFloor')).toContain(`less than ${minimumEventsPerDay} %`);
  });

  it('lists every alarm', () => {
    const listed = [...alarms.matchAll(/^\| `(\w+)/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual([...ALL_ALARMS].sort());
  });
});
