/** What `accept` is told beside the event: the request that brought it, and the owner's decisions. */
import type { EventMap, EventOrigin } from '../../contract/event-map';
import type { RawObject } from '../../contract/raw';

/** What is known about the request that brought the event. */
export interface RequestContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly origin: EventOrigin;
  /** True when every event of the request is a test. */
  readonly test?: boolean;
  /** What stands beside the list of events and holds for each of them: consent and flags of privacy. */
  readonly beside?: RawObject | undefined;
  /** Of a browser's request: its connection, cookies, page and privacy signal. */
  readonly ipAddress?: string;
  readonly userAgent?: string | undefined;
  readonly cookies?: readonly string[] | undefined;
  readonly referer?: string | undefined;
  readonly globalPrivacyControl?: boolean;
}

/** What the owner decided. */
export interface Policy {
  readonly eventMap?: EventMap | undefined;
  readonly maximumEventAgeSeconds: number;
  readonly defaultCountry?: string | undefined;
  /** Whether events of browsers that send Global Privacy Control are withheld; true when left out. */
  readonly respectGlobalPrivacyControl?: boolean;
}
