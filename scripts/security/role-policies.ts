/**
 * What the roles of the two functions may do, read from the template. A grant without a reason in grant-reasons.ts, and a
 * reason without a grant, stop `npm run docs` and its check.
 */
import { App, aws_ec2 as ec2, aws_kms as kms, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import cdkJson from '../../cdk.json';
import { PinterestConversions, type PinterestConversionsProps } from '../../lib';
import { markdownTable } from '../tables';
import { CODE_OF_FUNCTION, REASONS, VIA } from './grant-reasons';
import { actionsOf, resourceOf, type Statement, statementsOf } from './statements';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012';

/** What the docs call a resource; by its logical id, or as it stands in the statement. */
const RESOURCES: Readonly<Record<string, string>> = {
  ConversionsIngestFunctionLogs: 'its log group',
  ConversionsSenderFunctionLogs: 'its log group',
  ConversionsEventsQueue: 'queue',
  ConversionsEventsBacklog: 'backlog queue',
  ConversionsEventsDeadLetters: 'dead-letter queue',
  ConversionsIngestIngestKey: 'ingest key',
  ConversionsSenderToken: 'token',
  [`"${KEY}"`]: 'the key',
  '"*"': '`*`',
};

function conditionOf({ Condition }: Statement): string {
  if (Condition === undefined) return '';
  const text = JSON.stringify(Condition);
  const [service] = text.match(/(?<=^\{"StringEquals":\{"kms:ViaService":.*")\w+(?=\.")/) ?? [];
  if (service !== undefined) return `${VIA}${service === 'sqs' ? 'SQS' : 'Secrets Manager'}`;
  if (text.startsWith('{"ArnEquals":{"lambda:SourceFunctionArn":')) return CODE_OF_FUNCTION;
  throw new Error(`scripts/security/role-policies.ts has no words for the condition ${text}`);
}

/** The stacks whose templates are read: the standard one, and those with an option that adds rights. */
const VARIANTS: readonly {
  readonly option: string;
  readonly props: (stack: Stack) => Partial<PinterestConversionsProps>;
}[] = [
  { option: '', props: () => ({}) },
  { option: '`encryptionKey`', props: (stack) => ({ encryptionKey: kms.Key.fromKeyArn(stack, 'Key', KEY) }) },
  {
    option: '`vpc`',
    props: (stack) => ({
      vpc: ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
        vpcId: 'vpc-0123456789abcdef0',
        availabilityZones: ['eu-west-1a'],
        privateSubnetIds: ['subnet-0123456789abcdef0'],
        privateSubnetRouteTableIds: ['rtb-0123456789abcdef0'],
      }),
    }),
  },
];

function templateWith(props: (stack: Stack) => Partial<PinterestConversionsProps>): Template {
  // without the checks at synth, which are a test's, and without the report of warnings, which are of no matter here.
  const context = {
    ...cdkJson.context,
    '@aws-cdk/core:validateAgainstDefaultRules': false,
    '@aws-cdk/core:annotationsInValidationReport': false,
  };
  const stack = new Stack(new App({ context }), 'Stack');
  new PinterestConversions(stack, 'Conversions', { adAccountId: '549755885175', ...props(stack) });
  return Template.fromStack(stack);
}

interface Grant {
  readonly role: string;
  /** What the table says of it beside the role. */
  readonly cells: readonly string[];
  /** As it stands in REASONS. */
  readonly name: string;
}

function grantOf(role: string, option: string, statement: Statement): Grant {
  const resource = RESOURCES[resourceOf(statement)] ?? resourceOf(statement);
  const condition = conditionOf(statement);
  const name = [role, resource, condition].filter((part) => part !== '').join(', ');
  const reason = REASONS[name];
  if (reason === undefined) throw new Error(`scripts/security/grant-reasons.ts has no reason for "${name}"`);
  const actions = actionsOf(statement).map((action) => `\`${action}\``);
  const effect = statement.Effect === 'Deny' ? 'denied: ' : '';
  return { role, name, cells: [option, `${effect}${actions.join(', ')}`, resource, condition, reason] };
}

/** Of the standard stack, and what an option adds to that. */
function allGrants(): readonly Grant[] {
  const seen = new Set<string>();
  return VARIANTS.flatMap(({ option, props }) => {
    const template = templateWith(props);
    return ['ingest', 'sender'].flatMap((role) => {
      const statements = statementsOf(template, role === 'ingest' ? 'Ingest' : 'Sender');
      const added = statements.filter((statement) => !seen.has(JSON.stringify([role, statement])));
      for (const statement of added) seen.add(JSON.stringify([role, statement]));
      return added.map((statement) => grantOf(role, option, statement));
    });
  });
}

export function rolePolicyTable(): string {
  const grants = allGrants();
  const used = new Set(grants.map(({ name }) => name));
  const unused = Object.keys(REASONS).filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`scripts/security/grant-reasons.ts has reasons for nothing: ${unused}`);

  const byCells = Map.groupBy(grants, ({ cells }) => JSON.stringify(cells));
  return markdownTable(
    ['role', 'with', 'actions', 'resource', 'only', 'why'],
    [...byCells.values()].map((same) => [same.map(({ role }) => role).join(', '), ...(same[0]?.cells ?? [])]),
  );
}
