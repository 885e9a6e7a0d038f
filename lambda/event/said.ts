/** One thing that an event says beside its data. */

export type Topic = 'consent' | 'privacy' | 'test' | 'gpc';

export interface SwitchName {
  readonly topic: Topic;
  /** In letters and digits alone: `limiteddatause`. */
  readonly name: string;
}

export interface Said extends SwitchName {
  /** As it was spelled. */
  readonly key: string;
  readonly value: unknown;
  /** True for what stands in the event itself, its `user_data` or `custom_data`, or beside the list of events. */
  readonly isOwn: boolean;
}
