/** What the one-machine run takes from the owner's conversions.json. */
import type { EventMap } from '../lambda/event/event-map';

export interface OwnerConfig {
  readonly adAccountId?: string;
  readonly allowedOrigins?: readonly string[];
  readonly testMode?: boolean;
  readonly eventMap?: EventMap;
  readonly defaultCountry?: string;
}
