/** As many calls as SQS's batch calls without bodies need: each takes ten messages. */
import { type PackLimits, packed } from '../../contract/packs';

/** Of ChangeMessageVisibilityBatch and DeleteMessageBatch. */
const LIMITS: PackLimits = { items: 10, bytes: Number.POSITIVE_INFINITY };

export const inTens = <T>(items: readonly T[]): T[][] => packed(items, () => 0, LIMITS);
