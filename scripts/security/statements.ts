/** IAM statements of a synthesized template, as docs/security.md and the tests read them. */
import type { Template } from 'aws-cdk-lib/assertions';

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  /** Without one in the policy by which a role is assumed. */
  readonly Resource?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/** Of the policies of one function's role, one for each resource: the CDK joins what is allowed for several. */
export const statementsOf = (template: Template, role: string): Statement[] =>
  Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([id]) => id.includes(role))
    .flatMap(([, { Properties }]): Statement[] => Properties.PolicyDocument.Statement)
    .flatMap((statement) => [statement.Resource].flat().map((Resource) => ({ ...statement, Resource })));

/** Of every policy in the template, on roles and on resources alike, by the logical id of what holds the policy. */
export const allStatements = (template: Template): (readonly [id: string, statement: Statement])[] =>
  Object.entries(template.toJSON().Resources as Record<string, { readonly Properties?: unknown }>).flatMap(
    ([id, { Properties }]) => statementsIn(Properties).map((statement) => [id, statement] as const),
  );

function statementsIn(value: unknown): Statement[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'Statement' ? inner : statementsIn(inner)));
}

export const actionsOf = ({ Action }: Statement): string[] => [Action].flat().sort();

/** A logical id without the hash that the CDK puts behind it. */
export const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');

/** Logical id, without its hash, of the resource that a statement is about; else the resource as JSON. */
export function resourceOf({ Resource }: Statement): string {
  const text = JSON.stringify(Resource) ?? '';
  const [id] = text.match(/Conversions\w+?(?=[0-9A-F]{8}")/) ?? [];
  return id ?? text;
}
