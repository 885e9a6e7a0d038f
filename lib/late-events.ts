/**
 * What to do with a web event that would reach Pinterest more than an hour after it happened.
 *
 * Pinterest counts such an event as offline, and does not deduplicate offline events: if the browser tag has reported it
 * too, it counts twice.
 */
export enum LateEvents {
  /**
   * Deliver it nevertheless. Right for shops without the browser tag, or if a missing event is worse than one that counts
   * twice.
   */
  DELIVER = 'deliver',

  /**
   * Put it into the dead-letter queue with the reason `late`, where you can inspect it, or redrive it to deliver it after all.
   */
  PUT_ASIDE = 'put-aside',
}
