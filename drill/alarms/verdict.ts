/** What was raised in a scenario, held against what has to be. */
import type { Raised } from '../../sim/cloudwatch/evaluate';
import type { Scenario } from './scenario';

export interface Verdict {
  /** For the table: each alarm with the time after which it was first raised. */
  readonly text: string;
  readonly faults: readonly string[];
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes within which the owner has to be told, where a scenario says nothing else. */
const IN_TIME = 15;

/** An alarm that comes and goes more often while the same thing is wrong is no help. */
const MOST_TIMES = 3;

/** @param end Minute in which the scenario ends. */
export function verdictOn(scenario: Scenario, eventsPerDay: number, raised: readonly Raised[], end: number): Verdict {
  const { name, may = [], within = {}, times: mostTimes = {} } = scenario;
  const must: readonly string[] = scenario.must === undefined ? [] : [scenario.must];
  const allowed: readonly string[] = [...must, ...may];
  const limit = within[eventsPerDay] ?? IN_TIME;
  const first = new Map<string, number>();
  for (const { alarm, at } of raised) if (!first.has(alarm)) first.set(alarm, at);
  const fault = (text: string) => `${name}, ${eventsPerDay} events a day: ${text}`;
  const faults = [
    ...must.flatMap((alarm) => {
      const at = first.get(alarm);
      if (at === undefined) return [fault(`${alarm} was not raised`)];
      return at > limit ? [fault(`${alarm} was raised after ${at} minutes, ${limit} are allowed`)] : [];
    }),
    ...[...first].flatMap(([alarm, at]) => {
      if (at < 0) return [fault(`${alarm} was raised before anything happened`)];
      return allowed.includes(alarm) ? [] : [fault(`${alarm} was raised for nothing`)];
    }),
  ];
  const times = (alarm: string) => raised.filter((one) => one.alarm === alarm).length;
  for (const alarm of must)
    if (times(alarm) > (mostTimes[eventsPerDay] ?? MOST_TIMES))
      faults.push(fault(`${alarm} was raised ${times(alarm)} times`));
  for (const alarm of scenario.lasts ? must : []) {
    const isOver = raised.every((one) => one.alarm !== alarm || one.until < end);
    if (isOver && first.has(alarm)) faults.push(fault(`${alarm} ended while it was still true`));
  }
  const told = [...first].map(([alarm, at]) => {
    const again = times(alarm) > 1 ? `, ${times(alarm)} times` : '';
    return `${must.includes(alarm) ? `**${alarm}**` : alarm} ${duration(at)}${again}`;
  });
  return { text: told.length === 0 ? 'nothing' : told.join('; '), faults };
}

function duration(minutes: number): string {
  if (minutes < 2 * HOUR) return `${minutes} min`;
  return minutes < 4 * DAY ? `${(minutes / HOUR).toFixed(1)} h` : `${(minutes / DAY).toFixed(1)} days`;
}
