/** IP address and user agent: of a page its connection's, whatever the body says; what is not the visitor's is left out. */

import type { UserData } from '../../contract/pinterest-event';
import { isAbsent, type RawObject } from '../../contract/raw';
import type { Findings } from './findings';
import { clientAddress } from './ip-address';
import { userAgentKind } from './user-agent';

/** Of a browser's request. */
export interface Connection {
  readonly ipAddress: string;
  readonly userAgent: string | undefined;
}

const SOFTWARE = "is that of software, not of a browser: your server's own; send the visitor's, or leave it out";

const addressGiven = (raw: RawObject, connection: Connection | undefined): unknown =>
  connection === undefined ? raw.client_ip_address : connection.ipAddress;

export function applyConnection(
  userData: UserData,
  raw: RawObject,
  connection: Connection | undefined,
  isWeb: boolean,
  findings: Findings,
): void {
  if (connection !== undefined) {
    if (!isAbsent(raw.client_ip_address) || userData.client_user_agent !== undefined) {
      findings.warning(
        'ignored_connection',
        '"user_data.client_ip_address" and "client_user_agent" are taken from the connection, not from the body',
      );
    }
    delete userData.client_user_agent;
    if (connection.userAgent) userData.client_user_agent = connection.userAgent;
  } else if (isWeb && isSoftware(userData.client_user_agent)) {
    findings.warning('unusable_match_key', `"user_data.client_user_agent" ${SOFTWARE}; that value was left out`);
    delete userData.client_user_agent;
  }
  const read = clientAddress(addressGiven(raw, connection));
  if (read === undefined) return;
  if ('address' in read) userData.client_ip_address = read.address;
  else findings.warning('unusable_match_key', `"user_data.client_ip_address" ${read.because}; that value was left out`);
}

const isSoftware = (userAgent: string | undefined): boolean =>
  userAgent !== undefined && userAgentKind(userAgent) === 'software';

/** Why an event that was sent with both has not both left; a text to end a sentence with. */
export function lostConnection(raw: RawObject, connection: Connection | undefined, userData: UserData): string {
  const read = clientAddress(addressGiven(raw, connection));
  const address =
    read !== undefined && 'because' in read ? `; what was sent as "client_ip_address" ${read.because}` : '';
  const isLost = connection === undefined && userData.client_user_agent === undefined;
  const agent = isLost && !isAbsent(raw.client_user_agent) ? `; what was sent as "client_user_agent" ${SOFTWARE}` : '';
  return address + agent;
}
