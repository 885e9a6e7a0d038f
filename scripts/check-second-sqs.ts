/**
 * `npm run test:second-sqs`: the pipeline end to end over real sockets, on an SQS server that neither this project nor its
 * one-machine run has chosen, so that nothing rests on a peculiarity of fauxqs.
 */
import { SENDER_LIMITS } from '../contract/sender-limits';
import { conclude, must, section, step } from '../test/deploy/steps';
import { buildAssets } from './build-assets';
import { account } from './second-sqs/account';
import { fetchElasticMq, startElasticMq, VERSION } from './second-sqs/elasticmq';
import { startLine } from './second-sqs/line';
import { outage, well } from './second-sqs/phases';
import { attributesOf } from './second-sqs/queues';
import { Traffic } from './second-sqs/traffic';

async function main(): Promise<void> {
  const jars = await fetchElasticMq();
  await buildAssets();
  const url = await startElasticMq(jars);
  console.log(`SQS: ElasticMQ ${VERSION} at ${url}`);
  const line = await startLine(url);
  const traffic = new Traffic(line.shop);

  section('Queues');
  await step('it keeps the queue as the construct makes it', async () => {
    const { client, urls } = line.queues;
    // it takes the retention and forgets it: ElasticMQ keeps messages for good.
    const { VisibilityTimeout, RedrivePolicy = '{}' } = await attributesOf(client, urls.eventQueueUrl);
    const told = `visibility timeout ${VisibilityTimeout} s, RedrivePolicy ${RedrivePolicy}`;
    must(VisibilityTimeout === String(SENDER_LIMITS.visibilityTimeoutSeconds), told);
    must(Number(JSON.parse(RedrivePolicy).maxReceiveCount) === SENDER_LIMITS.maxReceiveCount, told);
    return told;
  });
  section('Traffic, with an event of each bad kind in every part');
  await well('good events arrive in time', line, traffic);
  await outage(line, traffic);
  await well('good events arrive in time after it, too', line, traffic);
  section('Account');
  await account(line, traffic);
}

// leaving ends ElasticMQ, see test/deploy/children.ts; the other servers are this process.
conclude(main);
