/**
 * The script served at /pinterest.js: reads its settings from its own tag, puts `pinterestConversions` on the page, and
 * makes the calls that were left for it before it had loaded.
 */
import { type Conversions, type Options, start } from './index';
import { page } from './page';
import { attempt } from './warn';

type Track = Parameters<Conversions['track']>;
type Call = Track | [command: 'consent', allowed: boolean];

const { calls = [] } = (page.pinterestConversions ?? {}) as { calls?: { push(call: Call): void } | Call[] };

// Anything but a list means that this script has run here before.
if (Array.isArray(calls)) {
  const script = document.currentScript as HTMLScriptElement;
  const conversions = start({ ...(script.dataset as Partial<Options>), endpoint: script.src });
  const make = (call: Call): unknown =>
    attempt(() =>
      typeof call[1] === 'boolean' ? conversions.consent(call[1]) : conversions.track(...(call as Track)),
    );
  page.pinterestConversions = { ...conversions, calls: { push: make } };
  calls.forEach(make);
}
