/**
 * Whether an event may be passed on at all. A withheld event is not refused for a fault: the visitor said no, or there is
 * no visitor.
 */

import type { EventOrigin } from '../../contract/event-map';
import type { Consent } from './consent';
import { userAgentKind } from './user-agent';

export interface PrivacyContext {
  /** True when the browser sent `Sec-GPC: 1` and the owner honours it. */
  readonly globalPrivacyControl: boolean;
  readonly origin: EventOrigin;
  /** Of the visitor; undefined when unknown. */
  readonly userAgent: string | undefined;
  /** Apps and shops' tills name their software, not a browser, and are no bots for that. */
  readonly isWeb: boolean;
}

/** Why an event is withheld; undefined when it is not. */
export function withheldBecause(consent: Consent, context: PrivacyContext): string | undefined {
  if (consent === 'refused') return 'withheld: the visitor has not consented';
  if (context.globalPrivacyControl) return 'withheld: the browser sends Global Privacy Control (Sec-GPC: 1)';
  if (context.isWeb && context.userAgent !== undefined && isBot(context.userAgent, context.origin))
    return 'withheld: the user agent is that of a bot';
  return undefined;
}

/** A back end may have sent its own user agent with a real order; no visitor of a page is a program. */
function isBot(userAgent: string, origin: EventOrigin): boolean {
  const kind = userAgentKind(userAgent);
  return kind === 'crawler' || (kind === 'software' && origin === 'browser');
}
