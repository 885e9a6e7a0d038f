/**
 * Pinterest's API description as a JSON Schema that validators enforce. As it stands, `required` is written beside a
 * `$ref`, where the tools of OpenAPI 3.0 do not look: the rule that an event needs someone to match would hold for none.
 */
import { readFileSync } from 'node:fs';

type Node = { readonly [key: string]: unknown };

interface Description extends Node {
  readonly components: { readonly schemas: { readonly [name: string]: Node } };
}

/** The description with the two fields of later versions: `item_brand_id` of 5.28.0, `customer_type` of 5.31.0. */
export function readDescription(file: string): Description {
  const description = JSON.parse(readFileSync(file, 'utf8'));
  const { ConversionEvents, ConversionEventsUserDataProperties } = description.components.schemas;
  const { custom_data } = ConversionEvents.properties.data.items.properties;
  custom_data.properties.contents.items.properties.item_brand_id = { type: 'string' };
  ConversionEventsUserDataProperties.properties.customer_type = { type: 'string', enum: ['new', 'returning'] };
  return description;
}

export const requestSchema = (description: Description): Node =>
  expanded(description, description.components.schemas.ConversionEvents) as Node;

/** References put in place, with what stands beside one as a rule of its own; `nullable` as a type. */
function expanded(root: Node, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => expanded(root, item));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, nullable, example, ...rest } = value as Node;
  const node = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, expanded(root, inner)]));
  if (nullable === true) node.type = [node.type, 'null'];
  return typeof $ref === 'string' ? { allOf: [expanded(root, target(root, $ref))], ...node } : node;
}

const target = (root: Node, reference: string): unknown =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((inner, key) => (inner as Node)[key], root);
