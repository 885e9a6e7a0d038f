/** The check of the props. All faults are reported at once, in terms of what the owner wrote. */
import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { WHERE_THE_AD_ACCOUNT_ID_IS } from './options/account-options';
import { ROWS } from './options/table';
import type { PinterestConversionsProps } from './pinterest-conversions-props';
import { alarmNameFaults, watchedNameFaults } from './private/alarm-name-faults';
import { authorizerFaults } from './private/authorizer-faults';
import { certificateRegionFaults, domainFaults } from './private/domain-faults';
import { environmentFaults } from './private/environment-json';
import { InvalidPropsError } from './private/invalid-props-error';
import { isToken, type Rule } from './private/rules';

/** What the options require of one another; what each allows by itself is in its row. */
const BETWEEN: readonly Rule[] = [
  ({ adAccountId }) =>
    adAccountId ? [] : [`"adAccountId" is missing; ${WHERE_THE_AD_ACCOUNT_ID_IS}, such as "549755885175"`],
  environmentFaults,
  domainFaults,
  authorizerFaults,
  needsVpc('vpcSubnets'),
  needsVpc('securityGroups'),
  ({ minimumEventsPerDay: least, expectedEventsPerDay: usual }) =>
    typeof least === 'number' && typeof usual === 'number' && !isToken(least) && least > usual
      ? [
          `"minimumEventsPerDay" must be at most "expectedEventsPerDay", ${usual}, got ${least}; write a number that even a bad day reaches`,
        ]
      : [],
  alarmNameFaults,
  watchedNameFaults,
];

/** Everything wrong with the props, one message per fault. */
export function propFaults(props: PinterestConversionsProps): string[] {
  const alone = ROWS.flatMap(([name, { kind, fix, knownAtSynth }]) => {
    const value: unknown = props[name];
    // an empty ad account counts as missing.
    if (value === undefined || value === null || (name === 'adAccountId' && value === '')) return [];
    if (knownAtSynth && !isKnown(knownAtSynth === 'items' && Array.isArray(value) ? [value, ...value] : [value])) {
      return [`"${name}" must be known at synthesis, got a value that is known only at deployment; write it out`];
    }
    return kind.faults(name, value, fix);
  });
  return [...alone, ...BETWEEN.flatMap((rule) => rule(props))];
}

const isKnown = (values: readonly unknown[]): boolean =>
  values.every((value) => !isToken(value) && !(value instanceof Duration && value.isUnresolved()));

export function validateProps(scope: Construct, props: PinterestConversionsProps): void {
  const faults = [...propFaults(props), ...certificateRegionFaults(props.certificateArn, Stack.of(scope).region)];
  if (faults.length > 0) throw new InvalidPropsError(scope, faults);
}

function needsVpc(prop: 'vpcSubnets' | 'securityGroups'): Rule {
  return (props) =>
    props[prop] !== undefined && props.vpc === undefined
      ? [`"${prop}" needs "vpc"; set it to the VPC that contains them`]
      : [];
}
