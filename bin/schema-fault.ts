/** A fault that the JSON Schema found, in words: the key, what is wrong with it, and what to write instead. */
import type { DefinedError } from 'ajv';
import { nearestNames } from '../contract/event-name';

const TYPES: { readonly [type: string]: string } = {
  array: 'a list in [ ]',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'an object in { }',
  string: 'a string in quotes',
};

interface Described {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: { readonly [key: string]: Described };
}

export function schemaFault(error: DefinedError): string {
  const key = keyOf(error.instancePath);
  const schema = error.parentSchema as Described;
  const inside = (child: string) => `"${key === '' ? child : `${key}.${child}`}"`;
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(inside(error.params.additionalProperty), error.params.additionalProperty, schema);
    case 'required':
      return missingKey(inside(error.params.missingProperty), schema.properties?.[error.params.missingProperty]);
    case 'dependentRequired':
      return missingKey(inside(error.params.missingProperty), schema.properties?.[error.params.missingProperty]);
    case 'type':
      return `${quoted(key)} must be ${TYPES[error.params.type]}, got ${shown(error.data)}${example(schema)}`;
    default:
      return `${quoted(key)} cannot be ${shown(error.data)}${example(schema)}. ${schema.description ?? ''}`.trim();
  }
}

function unknownKey(shownKey: string, key: string, schema: Described): string {
  const known = Object.keys(schema.properties ?? {});
  const [nearest] = nearestNames(key, known);
  return nearest === undefined
    ? `${shownKey} is not a known key; known keys are ${known.join(', ')}`
    : `${shownKey} is not a known key; did you mean "${nearest}"?`;
}

const missingKey = (shownKey: string, schema: Described = {}): string =>
  `${shownKey} is missing${example(schema)}. ${schema.description ?? ''}`.trim();

const example = ({ examples }: Described): string =>
  examples?.[0] === undefined ? '' : `; write, for example, ${JSON.stringify(examples[0])}`;

const quoted = (key: string): string => (key === '' ? 'the content of the file' : `"${key}"`);

/** `/eventMap/trial started/value` → `eventMap.trial started.value`, `/allowedOrigins/0` → `allowedOrigins[0]`. */
function keyOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path === '' ? part : `${path}.${part}`), '');
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
