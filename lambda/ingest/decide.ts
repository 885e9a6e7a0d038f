/** What becomes of each event of a request, before the queue is asked: a message for it, or why there is none. */

import type { PinterestEvent } from '../../contract/pinterest-event';
import { messageOf } from '../../contract/queued-event';
import { type Accepted, accept, type NotAccepted } from '../event/accept';
import type { Policy, RequestContext } from '../event/policy';

/** SQS takes 1 MiB a message; an event of more than a quarter of that is a mistake, and would crowd out its batch. */
const MAX_EVENT_BYTES = 256 * 1024;

export type Decision =
  | (Pick<Accepted, 'test' | 'matchKeys' | 'warnings' | 'warningKinds'> & {
      readonly kind: 'queue';
      readonly message: string;
      readonly eventName: string;
    })
  /** The same event stands earlier in the request, at this index, and shares its fate. */
  | (Pick<Accepted, 'warnings' | 'warningKinds'> & { readonly kind: 'same'; readonly as: number })
  | {
      readonly kind: 'refused' | 'withheld';
      readonly problems: readonly string[];
      /** The problems as the log may have them. */
      readonly reasons: readonly string[];
      readonly warnings: readonly string[];
    };

export interface DecideProps {
  readonly context: RequestContext;
  readonly policy: Policy;
  readonly adAccountId: string;
  /** The same events with every digit of their numbers, asked for when one has lost some. */
  readonly exactEvents: () => readonly unknown[];
}

export function decide(events: readonly unknown[], props: DecideProps): Decision[] {
  const { context, policy, adAccountId, exactEvents } = props;
  const seen = new Map<string, number>();
  return events.map((raw, index) => {
    const read = accept(raw, context, policy);
    const verdict = read.hasLostDigits ? accept(exactEvents()[index], context, policy) : read;
    if (!verdict.accepted) return notAccepted(verdict);
    const { event, test, matchKeys, warnings, warningKinds } = verdict;
    const key = identity(event, test);
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      const told = { warnings: [...warnings, sameAs(earlier)], warningKinds: [...warningKinds, 'same_event' as const] };
      return { kind: 'same', as: earlier, ...told };
    }

    const message = messageOf({ v: 1, accepted_at: context.now, test, event, ad_account_id: adAccountId });
    const bytes = Buffer.byteLength(message);
    if (bytes > MAX_EVENT_BYTES) {
      const problems = [tooLarge(bytes)];
      return { kind: 'refused', problems, reasons: problems, warnings };
    }
    seen.set(key, index);
    return { kind: 'queue', message, eventName: event.event_name, test, matchKeys, warnings, warningKinds };
  });
}

const notAccepted = ({ withheld, problems, reasons, warnings }: NotAccepted): Decision => ({
  kind: withheld ? 'withheld' : 'refused',
  problems,
  reasons,
  warnings,
});

/** What Pinterest tells events apart by; a test and a live event are never one. */
const identity = ({ event_name, event_id }: PinterestEvent, test: boolean): string =>
  JSON.stringify([event_name, event_id, test]);

const sameAs = (index: number): string =>
  `same event_name and event_id as event ${index + 1} of this request; queued once`;

const tooLarge = (bytes: number): string =>
  `the event has ${bytes} bytes; send at most ${MAX_EVENT_BYTES}, with fewer "contents"`;
