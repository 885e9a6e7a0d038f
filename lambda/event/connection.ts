/** IP address and user agent: of a page its connection's, whatever the body says; and what is no address is left out. */
import { isIP } from 'node:net';
import type { Findings } from './findings';
import type { UserData } from './pinterest-event';

/** Of a browser's request. */
export interface Connection {
  readonly ipAddress: string;
  readonly userAgent: string | undefined;
}

export function applyConnection(userData: UserData, connection: Connection | undefined, findings: Findings): void {
  if (connection !== undefined) {
    if (userData.client_ip_address !== undefined || userData.client_user_agent !== undefined) {
      findings.warning(
        'ignored_connection',
        '"user_data.client_ip_address" and "client_user_agent" are taken from the connection, not from the body',
      );
    }
    userData.client_ip_address = connection.ipAddress;
    delete userData.client_user_agent;
    if (connection.userAgent) userData.client_user_agent = connection.userAgent;
  }
  const address = userData.client_ip_address;
  if (address !== undefined && (isIP(address) === 0 || address === '0.0.0.0')) {
    findings.warning(
      'unusable_match_key',
      '"user_data.client_ip_address" is not an IPv4 or IPv6 address and was left out',
    );
    delete userData.client_ip_address;
  }
}
