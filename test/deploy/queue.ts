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
  (await messagesIn(emulatorUrl, queueUrl)).find(({ Body }) => JSON.parse(Body).event.event_id === eventId);
