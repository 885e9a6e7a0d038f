/** What has its own alarm: event names, as Pinterest receives them, and match keys. */
import { Token } from 'aws-cdk-lib';
import { nameAtPinterest, PINTEREST_EVENT_NAMES } from '../../contract/event-name';
import type { PinterestConversionsProps } from '../pinterest-conversions-props';

type Names = Pick<PinterestConversionsProps, 'eventMap' | 'watchedEventNames'>;

/** The events that Pinterest's shopping campaigns optimize for. */
const USUAL = ['page_visit', 'add_to_cart', 'checkout'];

/** Each name adds an alarm, at the price of one. */
export const MOST_WATCHED_NAMES = 20;

export const watchedEventNames = (props: Names): string[] =>
  props.watchedEventNames ?? (props.eventMap === undefined ? USUAL : possibleNames(props).slice(0, MOST_WATCHED_NAMES));

/** All names under which events can leave. A name that is known only at deployment cannot name an alarm. */
export function possibleNames({ eventMap }: Names): string[] {
  if (eventMap === undefined || Token.isUnresolved(eventMap)) return [...PINTEREST_EVENT_NAMES];
  const names = Object.values(eventMap).map((entry) => nameAtPinterest(entry));
  return [...new Set(names)].filter((name) => !Token.isUnresolved(name));
}
