/** Synth, bootstrap and the first deployment, as README.md says. */

import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { added, type Inventory, inventory, LISTS } from './account';
import { secretsManager, sqs } from './clients';
import { type Config, type Deployment, output, type Surroundings } from './deployment';
import { fromDocs, outputsOf } from './operator';
import { ORIGIN } from './shop';
import { must, step } from './steps';
import { alarmsThatCannotBeMade, synthesised, typesOf } from './template';

/** The promise: a newcomer who tries the default app waits no longer. */
const SYNTH_WITHIN_SECONDS = 10;

/** Types that are parts of other resources and go with them. */
const PARTS = [
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CDK::Metadata',
  'AWS::IAM::Policy',
  'AWS::Lambda::Permission',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
];

export async function synth({ operator }: Surroundings): Promise<readonly string[]> {
  await step(`cdk synth of the default app in a fresh checkout, in at most ${SYNTH_WITHIN_SECONDS} s`, async () => {
    const command = 'npx cdk synth --quiet -c adAccountId=549755885175';
    // `times` of the shell: a machine that is busy with something else lengthens the wait, not the work.
    const { output, seconds } = await operator.succeed(`${command} && times`);
    const work = workSeconds(output);
    const took = `${seconds.toFixed(1)} s, ${work.toFixed(1)} s of processor time`;
    must(Math.min(seconds, work) <= SYNTH_WITHIN_SECONDS, `it took ${took}`);
    return `${took}, the functions built, ${Object.keys(synthesised(operator.checkout)).length} resources`;
  });
  return alarmsThatCannotBeMade(synthesised(operator.checkout));
}

/** The last line of `times`, user and system time of what the shell ran: `0m5.78s 0m0.97s`. */
function workSeconds(output: string): number {
  const line = output.trim().split('\n').at(-1) ?? '';
  const times = [...line.matchAll(/(\d+)m([\d.,]+)s/g)];
  must(times.length === 2, `"times" printed "${line}"`);
  return times.reduce((sum, [, minutes, rest = '']) => sum + Number(minutes) * 60 + Number(rest.replace(',', '.')), 0);
}

/** conversions.json is written before, as README.md has it. `disabledAlarms`: those that the emulator cannot make. */
export async function configureAndBootstrap(
  { operator, simulator }: Surroundings,
  disabledAlarms: readonly string[],
): Promise<Config> {
  const config = {
    $schema: './conversions.schema.json',
    allowedOrigins: [ORIGIN],
    alarmEmails: ['owner@shop.example'],
    testMode: true,
    pinterestApiUrl: simulator.url,
    disabledAlarms,
  };
  operator.configure(config);
  await step('bootstrap', async () => {
    const command = fromDocs('npx cdk bootstrap -c adAccountId=549755885175');
    const { output } = await operator.succeed(command);
    return `$ ${command}\n${/Environment \S+ bootstrapped/.exec(output)?.[0]}`;
  });
  return config;
}

export async function deploy(surroundings: Surroundings, before: Inventory, config: Config): Promise<Deployment> {
  const { operator, emulator } = surroundings;
  const { disabledAlarms } = config;
  let outputs: Deployment['outputs'] = {};
  await step('the first deployment, with test mode on', async () => {
    const command = fromDocs('npx cdk deploy -c adAccountId=549755885175');
    const finished = await operator.succeed(command);
    outputs = outputsOf(finished);
    const names = Object.keys(outputs).join(', ');
    const left =
      disabledAlarms.length > 0 ? `\nleft out, as the emulator cannot make them: ${disabledAlarms.join(', ')}` : '';
    return `$ ${command}\nEndpoint = ${outputs.Endpoint}\noutputs: ${names}${left}`;
  });

  await step('the account holds what the template says, each kind that can be listed', async () => {
    const resources = synthesised(operator.checkout);
    const listed = added(before, await inventory(emulator.url));
    const of = (type: string) => listed.filter((entry) => entry.startsWith(`${type} `)).length;
    for (const type of typesOf(resources)) {
      must(type in LISTS || PARTS.includes(type), `${type} is listed nowhere; add it to account.ts or to PARTS`);
      const declared = Object.values(resources).filter(({ Type }) => Type === type).length;
      must(PARTS.includes(type) || of(type) === declared, `${of(type)} of ${declared} ${type} are there`);
    }
    return `${listed.length} of ${Object.keys(resources).length} resources are listed, the rest are parts of these`;
  });

  await step('the queue keeps events for 14 days and has its dead-letter queue', async () => {
    const QueueUrl = output({ outputs }, 'QueueUrl');
    const { Attributes = {} } = await sqs(emulator.url).send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(Attributes.RedrivePolicy ?? '{}');
    const deadLetters = output({ outputs }, 'DeadLetterQueueUrl').split('/').at(-1);
    must(deadLetterTargetArn?.endsWith(`:${deadLetters}`), `its RedrivePolicy is ${Attributes.RedrivePolicy}`);
    must(Attributes.MessageRetentionPeriod === '1209600', `it keeps them for ${Attributes.MessageRetentionPeriod} s`);
    return `retention ${Attributes.MessageRetentionPeriod} s, RedrivePolicy after ${maxReceiveCount} receives`;
  });

  const { SecretString = '' } = await secretsManager(emulator.url).send(
    new GetSecretValueCommand({ SecretId: output({ outputs }, 'IngestKeySecretArn') }),
  );
  return {
    ...surroundings,
    outputs,
    config,
    shop: { endpoint: output({ outputs }, 'Endpoint'), ingestKey: SecretString },
  };
}
