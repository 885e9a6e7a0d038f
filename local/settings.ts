/** The settings of the one-machine run, from its environment variables, or the messages that end it. */
import { randomBytes } from 'node:crypto';
import type { Environment } from '../contract/environment-codec';
import { AD_ACCOUNT_ID } from '../contract/pinterest-event';
import { DEFAULT_API_URL, SENDER_ENVIRONMENT } from '../contract/sender-environment';
import { LOCAL_AD_ACCOUNT } from './config';

/** Where accepted events go. */
type Destination =
  | { readonly kind: 'simulator' }
  | { readonly kind: 'pinterest'; readonly apiUrl: string; readonly token: string; readonly live: boolean };

export interface Settings {
  /** 0 takes a free port. */
  readonly port: number;
  readonly ingestKey: string;
  readonly adAccountId: string;
  readonly destination: Destination;
}

export class SettingsError extends Error {
  public override readonly name = 'SettingsError';

  public constructor(public readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** Named as for the sender. */
const { adAccountId, pinterestApiUrl: API_URL_VARIABLE } = SENDER_ENVIRONMENT.names;

export const AD_ACCOUNT_VARIABLE = adAccountId;

/** The simulator's; also sent to a stand-in of the user's own on this machine, when no token is given. */
export const LOCAL_TOKEN = 'token-of-the-one-machine-run';

const DEFAULT_PORT = 8787;

export function readSettings(env: Environment, adAccountOfConfig: string | undefined): Settings {
  const problems: string[] = [];
  const destination = readDestination(env, problems);
  const settings: Settings = {
    port: readPort(env.PORT, problems),
    ingestKey: env.INGEST_KEY || randomBytes(24).toString('base64url'),
    adAccountId: readAdAccount(env[AD_ACCOUNT_VARIABLE] ?? adAccountOfConfig, destination, problems),
    destination,
  };
  if (/\s/.test(settings.ingestKey)) {
    problems.push('INGEST_KEY contains blanks, which a header cannot carry; leave it out to have one generated');
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

function readPort(value: string | undefined, problems: string[]): number {
  const port = Number(value || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push(`PORT is "${value}"; set it to a port from 1 to 65535, or 0 for any free one`);
  }
  return port;
}

function readDestination(env: Environment, problems: string[]): Destination {
  const { PINTEREST_ACCESS_TOKEN: token, PINTEREST_LIVE: live } = env;
  const given = env[API_URL_VARIABLE];
  if (live && live !== '0' && live !== '1') {
    problems.push(`PINTEREST_LIVE is "${live}"; set it to 1 to send events that count, or leave it out to send tests`);
  }
  if (!token && !given) {
    if (live === '1')
      problems.push('PINTEREST_LIVE=1 needs PINTEREST_ACCESS_TOKEN: the simulator does not accept live events');
    return { kind: 'simulator' };
  }
  const apiUrl = given || DEFAULT_API_URL;
  const url = URL.parse(apiUrl);
  const loopback = url !== null && isLoopback(url.hostname);
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && loopback))) {
    problems.push(`${API_URL_VARIABLE} is not an https:// URL (http:// is allowed for localhost only)`);
  } else if (!token && !loopback) {
    problems.push(
      `${API_URL_VARIABLE} is set without PINTEREST_ACCESS_TOKEN; set both, or neither to use the simulator`,
    );
  }
  return { kind: 'pinterest', apiUrl, token: token || LOCAL_TOKEN, live: live === '1' };
}

function readAdAccount(value: string | undefined, destination: Destination, problems: string[]): string {
  if (value !== undefined && !AD_ACCOUNT_ID.test(value)) {
    problems.push(
      `${AD_ACCOUNT_VARIABLE} is not an ad account id: it is a number of 1 to 18 digits, shown in the address bar of Ads Manager`,
    );
  }
  if (value === undefined && destination.kind === 'pinterest' && !isLoopback(URL.parse(destination.apiUrl)?.hostname)) {
    problems.push(`${AD_ACCOUNT_VARIABLE} is missing; it is the number in the address bar of Ads Manager`);
  }
  return value ?? LOCAL_AD_ACCOUNT;
}

const isLoopback = (host: string | undefined): boolean =>
  host !== undefined && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
