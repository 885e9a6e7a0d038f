/** The facts about Pinterest's events endpoint that this project goes by, and the same of an official file. */
import { readFileSync } from 'node:fs';
import ownSchema from '../../sim/pinterest/events.schema.json';
import { type Facts, type Structure, structureOfSchema } from './structure';

/** Of events.schema.json, what later versions than its source added included. */
export const OWN_FACTS: Structure = structureOfSchema(ownSchema, ownSchema);

/** Path of what a later version added → that version. */
export const ADDED_SINCE: ReadonlyMap<string, string> = new Map(
  [...pathsWith(ownSchema, ownSchema, 'x-since')].map(([path, version]) => [path, String(version)]),
);

const { event_name } = ownSchema.$defs.event.properties;

/** Event names that later versions added. */
export const NAMES_ADDED: readonly string[] = Object.values(event_name['x-listed-since']).flat();

export const AD_ACCOUNT_ID_FACTS = ownSchema['x-path'].ad_account_id;

export interface Official {
  readonly version: string;
  readonly facts: Structure;
  readonly adAccountId: Facts;
}

/** Of Pinterest's OpenAPI description: https://github.com/pinterest/api-description */
export function readOfficial(file: string): Official {
  const document = JSON.parse(readFileSync(file, 'utf8'));
  const { schemas, parameters } = document.components;
  const { type, pattern, maxLength } = parameters.path_ad_account_id.schema;
  return {
    version: document.info.version,
    facts: structureOfSchema(document, schemas.ConversionEvents),
    adAccountId: { type, pattern, maxLength },
  };
}

type Node = { readonly [key: string]: unknown };

/** As structureOfSchema walks: references followed, lists under `[]`. */
function* pathsWith(root: Node, node: Node, keyword: string, path = '$'): Generator<[string, unknown]> {
  const { $ref } = node as { readonly $ref?: string };
  const resolved = $ref === undefined ? node : ((root.$defs as Node)[$ref.split('/').at(-1) ?? ''] as Node);
  if (resolved[keyword] !== undefined) yield [path, resolved[keyword]];
  for (const [key, inner] of Object.entries((resolved.properties ?? {}) as Node)) {
    yield* pathsWith(root, inner as Node, keyword, `${path}.${key}`);
  }
  if (resolved.items !== undefined) yield* pathsWith(root, resolved.items as Node, keyword, `${path}[]`);
}
