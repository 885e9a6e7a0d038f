/** docs/security.md: what it refers to is there, and its numbers are those of the code. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SENDER_LIMITS } from '../../contract/sender-limits';
import { QUEUE_RETENTION } from '../../lib/event-queue';
import { environmentOf, templateOf } from '../lib/stacks';
import { type Row, tablesOf } from './markdown';

const DOCS = path.join(__dirname, '..', '..', 'docs');
const PAGE = readFileSync(path.join(DOCS, 'security.md'), 'utf8');
const TABLES = tablesOf(PAGE);
const rowsOf = (heading: string): readonly Row[] => TABLES.get(heading)?.[0] ?? [];

const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].flatMap(([, target = '']) => (target.startsWith('http') ? [] : [target]));

it('refers to no file that is not there', () => {
  const links = linksIn(PAGE);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((link) => !existsSync(path.join(DOCS, link)))).toEqual([]);
});

describe('threats', () => {
  const threats = rowsOf('Threats').map((row): [string, Row] => [row.threat ?? '', row]);

  it.each([
    'Forged browser events',
    'Stolen ingest key',
    'Token leak',
    'Personal data at rest',
    'Personal data in logs',
    'Replay',
    'Cost attack',
  ])('name %s, with the file or test that holds it and what remains', (name) => {
    const [, row] = threats.find(([threat]) => threat.startsWith(`**${name}**`)) ?? [];
    expect(linksIn(row?.measures ?? '').length).toBeGreaterThan(0);
    expect(row?.['what remains']?.length).toBeGreaterThan(20);
  });
});

describe('numbers', () => {
  const howLong = (where: string) =>
    rowsOf('Personal data: where, and for how long').find((row) => row.where === where);

  it('of days in the queues are those of the code', () => {
    expect(howLong('queue, backlog queue')?.['how long']).toContain(`never more than ${QUEUE_RETENTION.toDays()} days`);
    expect(howLong('queue, backlog queue')?.['how long']).toContain(
      `${SENDER_LIMITS.longestWaitSeconds / 86_400} days`,
    );
    expect(howLong('dead-letter queue')?.['how long']).toMatch(new RegExp(`^${QUEUE_RETENTION.toDays()} days`));
  });

  it('of the throttle are those of the template', () => {
    const [stage] = Object.values(templateOf().findResources('AWS::ApiGatewayV2::Stage'));
    expect(PAGE).toContain(
      `${stage?.Properties.DefaultRouteSettings.ThrottlingRateLimit} requests a second by default`,
    );
  });
});

it('the environment of the functions holds ARNs of secrets, and no secret', () => {
  const template = templateOf();
  for (const name of ['ingest', 'sender'] as const) {
    const secretive = Object.entries(environmentOf(template, name)).filter(([key]) => /secret|token|key/i.test(key));
    expect(secretive.map(([key]) => key)).toEqual([name === 'ingest' ? 'ingestKeySecretArn' : 'tokenSecretArn']);
    for (const [, value] of secretive) expect(value).toEqual({ Ref: expect.stringMatching(/(IngestKey|Token)\w{8}$/) });
  }
});
