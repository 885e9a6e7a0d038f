/** Pinterest's limits of one request. */
export const MAX_EVENTS_PER_REQUEST = 1_000;
/** Of a request with `?test=true`, only this many events are processed. */
export const MAX_TEST_EVENTS_PER_REQUEST = 20;
