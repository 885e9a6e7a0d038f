/** The page around the script: the globals that others put there, and how the shop wants us to work on it. */
import type { Options } from './index';

interface TcData {
  readonly eventStatus: string;
  readonly gdprApplies?: boolean;
  readonly purpose: { readonly consents: { readonly [purpose: number]: boolean } };
}

/** What `gtag('consent', 'update', {ad_storage: …})` leaves in the data layer. */
export type DataLayerEntry = ArrayLike<unknown> & {
  readonly 2?: { readonly ad_storage?: string; readonly ad_user_data?: string };
};

interface Page extends Window {
  /** IAB TCF v2. */
  readonly __tcfapi?: (command: 'addEventListener', version: 2, listener: (data: TcData) => void) => void;
  /** Google's data layer. */
  readonly dataLayer?: DataLayerEntry[];
  /** Pinterest's tag. */
  pintrk?: (...command: unknown[]) => void;
  pinterestConversions?: unknown;
}

export const page = window as Page;

export let settings: Options;

/** Where events are posted. */
export let collectUrl: string;

export function applySettings(options: Options): void {
  settings = options;
  collectUrl = new URL('/collect', options.endpoint).href;
}
