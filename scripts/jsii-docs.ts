/** The doc comments of the props, from the jsii assembly of the last build. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ASSEMBLY = path.join(__dirname, '..', '.jsii');

export interface JsiiType {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: JsiiType };
}

export interface JsiiDocs {
  readonly summary: string;
  readonly remarks?: string;
  readonly default?: string;
}

export interface JsiiProperty {
  readonly name: string;
  readonly optional?: boolean;
  readonly type: JsiiType;
  readonly docs: JsiiDocs;
}

/** Of interfaces of the package, by their names. */
export function propertiesOf(...names: readonly string[]): readonly JsiiProperty[] {
  const { types } = JSON.parse(readFileSync(ASSEMBLY, 'utf8'));
  return names.flatMap((name) => types[`cdk-pinterest-conversions.${name}`].properties);
}

export const remarksOf = ({ remarks = '' }: JsiiDocs): readonly string[] => remarks.split('\n\n');

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** By the CDK's convention, a default is a value, or a description of behavior after a dash. */
export const behaviourOf = (text = ''): string | undefined =>
  text.startsWith('- ') ? oneLine(text.slice(2)).replace(/\.$/, '') : undefined;

export const defaultText = (text: string): string => behaviourOf(text) ?? `\`${text}\``;
