/** What the owner learns of a request: metrics, and one log line for what was not taken. */

import { detailMetric, METRIC_FAMILIES, METRICS, type MetricFamily } from '../../contract/metric-names';
import type { WarningKind } from '../../contract/warning-kinds';
import type { Telemetry } from '../telemetry/telemetry';
import type { Decision } from './decide';

export interface RequestResult {
  readonly decisions: readonly Decision[];
  /** Indexes of the events that the queue would not take, and why. */
  readonly notQueued: ReadonlySet<number>;
  readonly errors: readonly string[];
  /** Why events were refused or withheld, as the log may have it. */
  readonly reasons: readonly string[];
}

export function report({ decisions, notQueued, errors, reasons }: RequestResult, telemetry: Telemetry): void {
  const accepted = decisions.flatMap((decision, index) =>
    decision.kind === 'queue' && !notQueued.has(index) ? [decision] : [],
  );
  const count = (kind: Decision['kind']) => decisions.filter((decision) => decision.kind === kind).length;
  const countEach = (family: MetricFamily, members: readonly string[]) => {
    for (const [member, amount] of tally(members)) telemetry.count(detailMetric(family, member), amount);
  };
  telemetry.count(METRICS.received, decisions.length);
  telemetry.count(METRICS.accepted, accepted.length);
  telemetry.count(METRICS.tests, accepted.filter(({ test }) => test).length);
  const [refused, withheld] = [count('refused'), count('withheld')];
  telemetry.count(METRICS.refused, refused);
  telemetry.count(METRICS.withheld, withheld);
  countEach(
    METRIC_FAMILIES.acceptedByName,
    accepted.map(({ eventName }) => eventName),
  );
  countEach(
    METRIC_FAMILIES.matchKey,
    accepted.flatMap(({ matchKeys }) => matchKeys),
  );
  countEach(METRIC_FAMILIES.warning, decisions.flatMap(kindsOf));
  if (reasons.length > 0) {
    telemetry.warn('events not taken', { refused, withheld, reasons });
  }
  if (notQueued.size > 0) telemetry.error('events not queued', { events: notQueued.size, errors });
}

/** A request that cannot be read: nobody knows how many events it held, so it counts as one. */
export function reportUnreadable(reason: string, telemetry: Telemetry): void {
  telemetry.count(METRICS.received, 1);
  telemetry.count(METRICS.refused, 1);
  telemetry.warn('request not taken', { reasons: [reason] });
}

const kindsOf = (decision: Decision): readonly WarningKind[] =>
  'warningKinds' in decision ? decision.warningKinds : [];

function tally(members: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const member of members) counts.set(member, (counts.get(member) ?? 0) + 1);
  return counts;
}
