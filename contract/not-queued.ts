/** Error of an event that is in order, but that the queue would not take; the client for back ends knows it by this text. */
export const NOT_QUEUED = 'not queued; send the event again with the same event_id';
