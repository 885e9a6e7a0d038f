/**
 * Whether anything may be read, stored or sent. The decision comes from the shop, from a consent platform that speaks
 * IAB TCF v2, or from Google Consent Mode; the newest counts. Global Privacy Control stands above all of them.
 */
import { forgetClickId, keepClickId } from './click-id';
import { deliver } from './delivery';
import { type DataLayerEntry, page, settings } from './page';
import { forgetSession, restoreSession } from './session';
import { callTag, loadTag } from './tag';
import { attempt } from './warn';

const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean };

/** Undefined while there is no decision. */
export let allowed: boolean | undefined;
let waiting: (() => unknown)[] = [];

/** Runs `action` now, after consent, or never. */
export function whenAllowed(action: () => unknown): void {
  if (allowed) attempt(action);
  else if (allowed === undefined) waiting.push(action);
}

export function decide(yes: boolean): void {
  const next = yes && !globalPrivacyControl;
  if (next === allowed) return;
  allowed = next;
  const actions = waiting;
  waiting = [];
  attempt(next ? begin : end);
  actions.forEach(whenAllowed);
}

function begin(): void {
  restoreSession();
  loadTag();
  keepClickId();
  deliver();
}

function end(): void {
  callTag('setconsent', false);
  forgetSession();
  forgetClickId();
}

export function askConsent(): void {
  // Whatever the attribute says, it was put there to ask first.
  let required = Boolean(settings.consent);

  const readEntry = (entry: DataLayerEntry): void => {
    const { ad_storage, ad_user_data } = (entry?.[0] === 'consent' && entry[2]) || {};
    const granted = ad_storage === 'granted' && ad_user_data !== 'denied';
    if (!ad_storage) return;
    if (entry[1] === 'update') decide(granted);
    // A default is no decision of the visitor's: one that denies means to wait for it, one that grants means nothing.
    else required ||= !granted;
  };

  page.__tcfapi?.('addEventListener', 2, ({ eventStatus, gdprApplies, purpose }) => {
    // Store on the device, profile for ads, choose ads by profile, measure ads: Pinterest does all of them.
    if (eventStatus !== 'cmpuishown') decide(gdprApplies === false || [1, 3, 4, 7].every((id) => purpose.consents[id]));
  });
  const layer = page.dataLayer;
  if (layer) {
    const { push } = layer;
    layer.forEach(readEntry);
    layer.push = (...entries) => {
      entries.forEach(readEntry);
      return push.apply(layer, entries);
    };
  }
  if (globalPrivacyControl || !required) decide(true);
}
