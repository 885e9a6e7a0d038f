/**
 * A day of a shop that sells in nine countries: about 1,000 events as its storefronts, back ends, app and tills write
 * them, messy but meant, and a small known set that must be refused. The same options make the same day.
 */
import { appSession, storeSale } from './shop/app-and-stores';
import { Day, type DayOptions, type ExampleEvent } from './shop/example-event';
import { mistakes } from './shop/mistakes';
import { visit } from './shop/visits';

export type { DayOptions, ExampleEvent } from './shop/example-event';
export { KINDS, type Kind } from './shop/writing';

export function makeDay(options: DayOptions): ExampleEvent[] {
  const day = new Day(options);
  const events: ExampleEvent[] = [];
  let customers = 0;
  const fill = (most: number, happening: (day: Day, number: number) => ExampleEvent[]) => {
    while (events.length < most) events.push(...happening(day, ++customers));
  };
  fill(780, visit);
  fill(900, appSession);
  fill(970, storeSale);
  events.push(...mistakes(day));
  return events.sort((a, b) => a.happenedAt - b.happenedAt);
}
