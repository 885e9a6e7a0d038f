/**
 * What the API logs about each request. No IP address, user agent, path or query: they are personal data, or may contain
 * some, and nothing here needs them.
 */
export const ACCESS_LOG_FIELDS = {
  time: '$context.requestTime',
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLength: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  functionStatus: '$context.integrationStatus',
  functionError: '$context.integrationErrorMessage',
  error: '$context.error.message',
} as const;
