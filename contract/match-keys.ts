/**
 * What Pinterest can match an event by. How many events carry each key is what match quality means, so every accepted
 * event reports its own.
 *
 * Source: `user_data` of Pinterest's API description; its event quality score rates these keys.
 */
import type { UserData } from './pinterest-event';

export const MATCH_KEYS = [
  'em',
  'ph',
  'fn',
  'ln',
  'ge',
  'db',
  'ct',
  'st',
  'zp',
  'country',
  'external_id',
  'hashed_maids',
  'click_id',
  'partner_id',
  'client_ip_address',
  'client_user_agent',
] as const satisfies readonly (keyof UserData)[];

export type MatchKey = (typeof MATCH_KEYS)[number];

export const matchKeysOf = (userData: UserData): MatchKey[] => MATCH_KEYS.filter((key) => userData[key] !== undefined);
