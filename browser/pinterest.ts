/**
 * The first-party script of a shop's pages, served at /pinterest.js. It sends each event to the shop's own endpoint and,
 * when Pinterest's tag is on the page, to the tag with the same event_id, so that Pinterest counts the event once.
 */
interface CustomData {
  readonly [key: string]: unknown;
  readonly event_id?: string;
}

type Track = (name: string, customData?: CustomData, userData?: object) => string;

interface ConversionsWindow extends Window {
  /** Pinterest's tag, when the page has it. */
  pintrk?: (command: 'track', name: string, data: object) => void;
  /** Calls made before this script had loaded: `pinterestConversions = {calls: [[name, data, user], …]}`. */
  pinterestConversions?: { track?: Track; readonly calls?: readonly Parameters<Track>[] };
}

const page = window as ConversionsWindow;
const script = document.currentScript as HTMLScriptElement | null;
const endpoint = new URL('/collect', script?.src ?? location.href).href;

/** As long as Pinterest's own tag keeps the click id. */
const ONE_YEAR_SECONDS = 31_536_000;

/** Keeps the click id of a landing page for the pages after it, raw as it stands in the URL. */
function keepClickId(): void {
  const clickId = /[?&]epik=([^&#]+)/i.exec(location.search)?.[1];
  if (clickId === undefined) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers that shops are visited with.
  document.cookie = `_epik=${clickId}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
}

const clickIdOfCookie = (): string | undefined => /(?:^|; )_epik=([^;]+)/.exec(document.cookie)?.[1];

function newEventId(): string {
  return typeof crypto.randomUUID === 'function'
    ? crypto.randomUUID()
    : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const track: Track = (name, { event_id = newEventId(), ...customData } = {}, userData = {}) => {
  page.pintrk?.('track', name, { ...customData, event_id });
  const event = {
    event_name: name,
    action_source: 'web',
    event_time: Math.floor(Date.now() / 1_000),
    event_id,
    event_source_url: location.href,
    user_data: { click_id: clickIdOfCookie(), ...userData },
    custom_data: customData,
  };
  // text/plain spares the browser a preflight; keepalive lets the request outlive the page.
  fetch(endpoint, {
    method: 'POST',
    body: JSON.stringify(event),
    headers: { 'content-type': 'text/plain' },
    credentials: 'include',
    keepalive: true,
  }).catch(() => console.warn('pinterestConversions: the event could not be sent', endpoint));
  return event_id;
};

keepClickId();
const early = page.pinterestConversions?.calls ?? [];
page.pinterestConversions = { track };
for (const call of early) track(...call);
