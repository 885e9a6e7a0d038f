/** The pipeline's queues on the second SQS server, made and looked into with the AWS client as anybody would. */
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { createQueues, type QueueUrls } from '../../local/queues';

export interface Queues {
  readonly client: SQSClient;
  readonly urls: QueueUrls;
  /** Those in which events wait for the sender. */
  readonly waiting: readonly string[];
}

/** The client finds the server by the variables of `emulatedAws`. */
export async function makeQueues(): Promise<Queues> {
  const client = new SQSClient({});
  const urls = await createQueues(async (QueueName, Attributes) => {
    const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName, Attributes }));
    const { QueueArn = '' } = await attributesOf(client, QueueUrl);
    return { url: QueueUrl, arn: QueueArn };
  });
  return { client, urls, waiting: [urls.eventQueueUrl, urls.backlogQueueUrl] };
}

export async function attributesOf(client: SQSClient, QueueUrl: string): Promise<Readonly<Record<string, string>>> {
  const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] });
  return (await client.send(command)).Attributes ?? {};
}

/** Messages of a queue, held ones and those in flight included. */
export async function depthOf(client: SQSClient, queueUrl: string): Promise<number> {
  const attributes = await attributesOf(client, queueUrl);
  return ['', 'NotVisible', 'Delayed']
    .map((kind) => Number(attributes[`ApproximateNumberOfMessages${kind}`] ?? 0))
    .reduce((sum, count) => sum + count, 0);
}

/** Takes whatever is visible, until nothing is. */
export async function takeAll(client: SQSClient, QueueUrl: string): Promise<readonly Message[]> {
  const taken: Message[] = [];
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] }),
    );
    if (Messages.length === 0) return taken;
    taken.push(...Messages);
  }
}
