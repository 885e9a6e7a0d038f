/**
 * A typed sender for back ends: checks nothing itself, sends events to the endpoint within its limits, repeats what was not
 * taken under the same ids, and tells of each event what became of it. Needs `fetch` and no other thing of its platform.
 */
export { ConversionsClient } from './conversions-client';
export type {
  AppInfo,
  Content,
  ConversionEvent,
  CustomData,
  DeviceInfo,
  EventName,
  PinterestEventName,
  UserData,
} from './event';
export type { ConversionsClientOptions, Fetch, FetchAnswer, FetchRequest, SendOptions } from './options';
export type { EventResult, SendResult } from './result';
export { SendError, type SendErrorReason } from './send-error';
