/** What is read from the synthesised template, so that the test goes along when resources change. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Resource {
  readonly Type: string;
  readonly Properties?: { readonly Metrics?: unknown; readonly ThresholdMetricId?: unknown };
  readonly DeletionPolicy?: string;
  readonly Metadata?: { readonly 'aws:cdk:path'?: string };
}

export type Resources = Readonly<Record<string, Resource>>;

/** Resources of the stack that the last command in this checkout synthesised. */
export function synthesised(checkout: string): Resources {
  const file = path.join(checkout, 'cdk.out', 'PinterestConversions.template.json');
  return JSON.parse(readFileSync(file, 'utf8')).Resources;
}

/** Names, as `disabledAlarms` takes them, of the alarms that the emulator makes no resource of. */
export function alarmsThatCannotBeMade(resources: Resources): readonly string[] {
  return Object.values(resources)
    .filter(
      ({ Type, Properties = {} }) =>
        Type === 'AWS::CloudWatch::CompositeAlarm' ||
        (Type === 'AWS::CloudWatch::Alarm' &&
          (Properties.Metrics !== undefined || Properties.ThresholdMetricId !== undefined)),
    )
    .map(constructName);
}

/** `PinterestConversions/Conversions/Monitoring/Alarms/DeadLetters/Resource` → `DeadLetters`. */
const constructName = ({ Metadata }: Resource): string => Metadata?.['aws:cdk:path']?.split('/').at(-2) ?? '';

/** Logical ids of what CloudFormation leaves behind when it deletes the stack. */
export const retained = (resources: Resources): readonly string[] =>
  Object.entries(resources)
    .filter(([, { DeletionPolicy = 'Delete' }]) => DeletionPolicy !== 'Delete')
    .map(([id]) => id)
    .sort();

export const typesOf = (resources: Resources): ReadonlySet<string> =>
  new Set(Object.values(resources).map(({ Type }) => Type));
