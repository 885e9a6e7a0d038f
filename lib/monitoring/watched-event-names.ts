/** The event names, as Pinterest gets them, whose volume is watched name by name. */
import { Token } from 'aws-cdk-lib';
import { knownEventName } from '../../lambda/event/event-name';
import type { PinterestConversionsProps } from '../pinterest-conversions-props';

/** What Pinterest's shopping campaigns are steered by. */
const USUAL = ['page_visit', 'add_to_cart', 'checkout'];

/** Each name is an alarm, and costs as one. */
const MOST = 20;

export function watchedEventNames({ watchedEventNames, eventMap }: PinterestConversionsProps): string[] {
  if (watchedEventNames !== undefined) return watchedEventNames;
  if (eventMap === undefined) return USUAL;
  const names = Object.values(eventMap).map(({ sendAs, advertiserDefined }) =>
    advertiserDefined ? sendAs : (knownEventName(sendAs) ?? sendAs),
  );
  // one that only the deployment knows cannot name an alarm.
  return [...new Set(names)].filter((name) => !Token.isUnresolved(name)).slice(0, MOST);
}
