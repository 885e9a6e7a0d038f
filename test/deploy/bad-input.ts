/** What an operator gets wrong, and the words that have to say so. None of it may deploy anything. */
import { added, type Inventory, inventory } from './account';
import type { Config, Surroundings } from './deployment';
import { fromDocs } from './operator';
import { must, step } from './steps';

const DEPLOY = fromDocs('npx cdk deploy -c adAccountId=549755885175');

const CERTIFICATE = 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';

const MISTAKES: readonly {
  readonly name: string;
  readonly config?: object | readonly object[];
  readonly command?: string;
  readonly message: RegExp;
}[] = [
  {
    name: 'an account or region that was never bootstrapped',
    message: /SSM parameter \S+ not found in aws:\/\/111122223333\/eu-west-1\..*Please run 'cdk bootstrap'/,
  },
  {
    name: 'an unknown key in conversions.json',
    config: { alarmMails: [] },
    message: /"alarmMails" is not a known key; did you mean "alarmEmails"\?/,
  },
  {
    name: 'an ad account id with a letter, on the command line',
    command: 'npx cdk deploy -c adAccountId=54975588517S',
    message: /"adAccountId" must be a string of 1 to 18 digits.*got "54975588517S"; .*/,
  },
  {
    name: 'an ad account id with a letter, in conversions.json',
    config: { adAccountId: '54975588517S' },
    command: 'npx cdk deploy',
    message: /"adAccountId" cannot be "54975588517S"; .*/,
  },
  {
    name: 'a domain that two deployments use',
    config: [
      { adAccountId: '1', domainName: 'events.shop.example', certificateArn: CERTIFICATE },
      { adAccountId: '2', domainName: 'events.shop.example', certificateArn: CERTIFICATE },
    ],
    command: 'npx cdk deploy --all',
    message: /two deployments have the "domainName" "events\.shop\.example"; .*/,
  },
  {
    name: 'a certificate of another region',
    config: { domainName: 'events.shop.example', certificateArn: CERTIFICATE },
    message: /"certificateArn" is in us-east-1, but this deployment goes to eu-west-1; .*/,
  },
];

/** What the emulator cannot make fails the deployment there: a failure as good as any other. */
export async function failedFirstDeploy(
  { operator, emulator }: Surroundings,
  before: Inventory,
  config: Config,
): Promise<void> {
  if (config.disabledAlarms.length === 0) return;
  await step('a first deployment that fails takes everything away again, the queues too', async () => {
    operator.configure({ ...config, disabledAlarms: [] });
    const said = await operator.fail(DEPLOY, /❌.*failed to deploy/);
    const left = added(before, await inventory(emulator.url));
    must(left.join() === 'AWS::CloudFormation::Stack PinterestConversions', `left are:\n${left.join('\n')}`);
    operator.configure(config);
    return `$ ${DEPLOY}\n${said}\nleft is the stack’s record, ready for the next deployment`;
  });
}

export async function badInput({ operator }: Surroundings): Promise<void> {
  for (const { name, config = {}, command = DEPLOY, message } of MISTAKES) {
    await step(name, async () => {
      operator.configure(config);
      return `$ ${command}\n${await operator.fail(command, message)}`;
    });
  }
}
