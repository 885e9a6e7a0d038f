/** The HTTP routes, one table: the API is built from it, the router answers from it. */
export type RouteName = 'events' | 'collect' | 'preflight' | 'script' | 'health';

export interface Route {
  readonly name: RouteName;
  readonly method: 'GET' | 'POST' | 'OPTIONS';
  /** Path with `{parameters}` as API Gateway writes them. */
  readonly path: string;
  /** `server` routes ask for the ingest key, IAM or an authorizer; `public` ones check for themselves whom they serve. */
  readonly access: 'server' | 'public';
}

export const ROUTES: readonly Route[] = [
  { name: 'events', method: 'POST', path: '/events', access: 'server' },
  { name: 'events', method: 'POST', path: '/v5/ad_accounts/{ad_account_id}/events', access: 'server' },
  { name: 'collect', method: 'POST', path: '/collect', access: 'public' },
  { name: 'preflight', method: 'OPTIONS', path: '/collect', access: 'public' },
  { name: 'script', method: 'GET', path: '/pinterest.js', access: 'public' },
  { name: 'health', method: 'GET', path: '/health', access: 'public' },
];
