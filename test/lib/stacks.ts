/** Stacks for the tests of lib, and what is asked of their templates again and again. */
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import cdkJson from '../../cdk.json';
import { INGEST_ENVIRONMENT } from '../../contract/ingest-environment';
import { SENDER_ENVIRONMENT } from '../../contract/sender-environment';
import {
  PinterestConversions,
  type PinterestConversionsProps,
  PinterestConversionsStack,
  type PinterestConversionsStackProps,
} from '../../lib';

export const AD_ACCOUNT = '549755885175';

/** The flags of cdk.json, without the checks that take a second a template or print; compliance.test.ts asks for those. */
export const testApp = (): App =>
  new App({
    context: {
      ...cdkJson.context,
      '@aws-cdk/core:validateAgainstDefaultRules': false,
      '@aws-cdk/core:annotationsInValidationReport': false,
    },
  });

/** Somebody gets the alarms, and it is known what is usual, so that nothing is warned of. */
export const REQUIRED = { adAccountId: AD_ACCOUNT, alarmEmails: ['owner@shop.example'], expectedEventsPerDay: 1_000 };

export function conversionsStack(props: Partial<PinterestConversionsStackProps> = {}): PinterestConversionsStack {
  return new PinterestConversionsStack(testApp(), 'PinterestConversions', { ...REQUIRED, ...props });
}

export const templateOf = (props: Partial<PinterestConversionsStackProps> = {}): Template =>
  Template.fromStack(conversionsStack(props));

export function construct(props: Partial<PinterestConversionsProps> = {}): PinterestConversions {
  return new PinterestConversions(new Stack(testApp(), 'Stack'), 'Conversions', { ...REQUIRED, ...props });
}

interface FunctionProperties {
  readonly Description: string;
  readonly Environment: { readonly Variables: { readonly [name: string]: unknown } };
}

/** Environment of one of the two functions, each variable under the name of its setting. */
export function environmentOf(template: Template, name: 'ingest' | 'sender'): { readonly [name: string]: unknown } {
  const start = name === 'ingest' ? 'Receives' : 'Delivers';
  const found = Object.values(template.findResources('AWS::Lambda::Function'))
    .map(({ Properties }) => Properties as FunctionProperties)
    .find(({ Description }) => Description.startsWith(start));
  const { names } = name === 'ingest' ? INGEST_ENVIRONMENT : SENDER_ENVIRONMENT;
  const settings = new Map(Object.entries(names).map(([setting, variable]) => [variable, setting]));
  return Object.fromEntries(
    Object.entries(found?.Environment.Variables ?? {}).map(([variable, value]) => [
      settings.get(variable) ?? variable,
      value,
    ]),
  );
}
