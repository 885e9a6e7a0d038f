/** A queue of the emulator with everything in it, seen without receiving anything. */
import { must } from './steps';

interface Message {
  readonly Body: string;
  readonly ReceiveCount: number;
  readonly IsVisible: boolean;
  readonly MessageAttributes: Readonly<Record<string, { readonly StringValue?: string }>>;
}

export async function messagesIn(emulatorUrl: string, queueUrl: string): Promise<readonly Message[]> {
  const answer = await fetch(`${emulatorUrl}/_ministack/sqs/messages?QueueUrl=${encodeURIComponent(queueUrl)}`);
  must(answer.ok, `the emulator answered ${answer.status}`);
  const { messages } = (await answer.json()) as {
    readonly messages: Record<string, Record<string, Record<string, readonly Message[]>>>;
  };
  return Object.values(messages)
    .flatMap((account) => Object.values(account))
    .flatMap((region) => Object.values(region).flat());
}

/** The message that holds the event with this id. */
export const messageOf = async (emulatorUrl: string, queueUrl: string, eventId: string) =>
  (await messagesIn(emulatorUrl, queueUrl)).find(({ Body }) => eventsIn(Body).some((id) => id === eventId));

/** One event, or in the backlog queue many. */
function eventsIn(body: string): string[] {
  const { event, events = [{ event }] } = JSON.parse(body);
  return events.map((waiting: { event: { event_id: string } }) => waiting.event.event_id);
}
