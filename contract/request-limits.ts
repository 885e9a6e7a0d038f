/** Pinterest's limits of one request. */
export const MAX_EVENTS_PER_REQUEST = 1_000;
/** Of a request with `?test=true`, only this many events are processed. */
export const MAX_TEST_EVENTS_PER_REQUEST = 20;

/** 4 MiB: with API Gateway's base64 around it, the largest body that always fits Lambda's 6 MB. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;
