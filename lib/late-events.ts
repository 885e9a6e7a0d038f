/**
 * What becomes of a web event that would reach Pinterest more than an hour after it happened.
 *
 * Pinterest counts such an event as offline, and deduplicates offline events against nothing: if the browser tag has
 * reported it too, it counts twice.
 */
export enum LateEvents {
  /**
   * It is delivered all the same. Right for shops without the browser tag, or for whom a missing event is worse than one
   * that counts twice.
   */
  DELIVER = 'deliver',

  /**
   * It becomes a dead letter with the reason `late`, from where it can be looked at, or delivered after all.
   */
  PUT_ASIDE = 'put-aside',
}
