/**
 * The first-party script of a shop's pages, as a module. Each event goes to the shop's own endpoint and, when Pinterest's
 * tag is on the page, to the tag with the same event_id, so that Pinterest counts it once.
 *
 * The public types stand here, all of them: this file's declarations are shipped alone.
 */
import { clickId } from './click-id';
import { askConsent, decide, whenAllowed } from './consent';
import { answerElements } from './declarative';
import { addEvent, watchPage } from './delivery';
import { hashed } from './hash';
import { idFor } from './ids';
import { applySettings, settings } from './page';
import { session } from './session';
import { tellTag } from './tag';
import { warn } from './warn';

/** Pinterest's `custom_data`; with `event_id`, the id to use instead of one that is made. */
export interface EventData {
  readonly [key: string]: unknown;
  readonly event_id?: string | undefined;
  readonly value?: number | string;
  readonly currency?: string;
  readonly order_id?: string | number;
}

/** Pinterest's `user_data`, in clear or as SHA-256 digests. */
export interface UserData {
  readonly [key: string]: unknown;
  readonly email?: string;
  readonly external_id?: string;
}

export interface Options {
  /** Base URL of the deployed endpoint. */
  readonly endpoint: string;
  /** Domain of the `_epik` cookie when sub-domains share it, such as `shop.example`. */
  readonly cookieDomain?: string | undefined;
  /** `required`: nothing is read, stored or sent until consent is given. */
  readonly consent?: 'required' | undefined;
  /** `browser`: personal values are hashed in the page, not at the endpoint. */
  readonly hash?: 'browser' | undefined;
  /** Id of Pinterest's tag; with `loadTag`, that tag is loaded. */
  readonly tagId?: string | undefined;
  readonly loadTag?: true | string | undefined;
}

export interface Conversions {
  /** Sends an event to the endpoint and to Pinterest's tag; returns the id that both got. Never throws. */
  track(name: string, data?: EventData, user?: UserData): string;
  /** Id of the newest event in this tab; empty when there was none. */
  eventId(): string;
  /** The visitor's decision. `false` also deletes what was stored. */
  consent(allowed: boolean): void;
}

/** Called once a page. */
export function start(options: Options): Conversions {
  applySettings(options);
  askConsent();
  watchPage();
  answerElements(track);
  return { track, eventId: () => session.id, consent: decide };
}

function track(name: string, data?: EventData, user?: UserData): string {
  const given = Object(data) as EventData;
  const event_id = idFor(name, given);
  const custom_data = { ...given, event_id: undefined };
  const event = {
    event_name: name,
    action_source: 'web',
    event_time: Math.floor(Date.now() / 1_000),
    event_id,
    event_source_url: location.href,
    custom_data,
  };
  whenAllowed(async () => {
    session.id = event_id;
    const known = settings.hash ? await hashed(user).catch(warn) : user;
    addEvent({ ...event, user_data: { click_id: clickId(), ...known } });
    tellTag(name, { ...given, event_id });
  });
  return event_id;
}
