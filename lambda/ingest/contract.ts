/** What the endpoint and its clients both go by, beside the events themselves. Pure, and used by `client/` too. */

/** 4 MiB: with API Gateway's base64 around it, the largest body that always fits Lambda's 6 MB. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Error of an event that is in order, but that the queue would not take. */
export const NOT_QUEUED = 'not queued; send the event again with the same event_id';
