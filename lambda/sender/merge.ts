/**
 * Two messages with the same event that meet in one run: a confirmation was lost when it was queued or moved, and it was sent
 * again. As long as the event is held, one of them is enough. A copy that is left would be delivered sooner or later, and
 * after the first hour of a web event Pinterest would count it as another one.
 */
import type { HeldMessage, HeldPart } from './held';

/** What has to stay of each message; nothing of those that are left out. */
export function merged(messages: readonly HeldMessage[]): readonly HeldMessage[] {
  const kept = new Map<object, HeldPart>();
  const isCopy = (one: HeldPart) => {
    const other = kept.get(one.event);
    // what is known of the event must not be lost with the copy.
    return other !== undefined && other.unconfirmed >= one.unconfirmed;
  };
  // large ones first: a small one disappears, where a large one would be written anew. Of a message that was handed out twice,
  // only the later receipt is sure to be valid.
  return messages
    .toSorted((a, b) => b.held.length - a.held.length || b.message.receiveCount - a.message.receiveCount)
    .flatMap((one) => {
      const held = one.held.filter((part) => !isCopy(part));
      for (const part of held) kept.set(part.event, part);
      return held.length > 0 ? [{ ...one, held }] : [];
    });
}
