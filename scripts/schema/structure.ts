/**
 * Reads the facts about a request body out of two differently written descriptions of it (Pinterest's OpenAPI 3.0, and
 * events.schema.json) into one form that can be compared: path → what is said about the value there.
 */

export interface Facts {
  readonly type?: string;
  readonly nullable?: true;
  readonly [limit: string]: unknown;
}
export type Structure = ReadonlyMap<string, Facts>;

type Node = { readonly [key: string]: unknown };

const LIMITS = ['format', 'enum', 'minimum', 'maximum', 'maxLength', 'minItems', 'maxItems', 'additionalProperties'];

/** Structure of a schema in either dialect; `root` is the document that its references point into. */
export function structureOfSchema(root: Node, schema: Node, path = '$'): Structure {
  const node = resolve(root, schema);
  const types = [node.type].flat() as string[];
  const facts: Record<string, unknown> = { type: types.find((type) => type !== 'null') };
  if (node.nullable === true || types.includes('null')) facts.nullable = true;
  // No list is shorter than nothing: `minItems: 0` says nothing.
  for (const limit of LIMITS) {
    if (node[limit] !== undefined && !(limit === 'minItems' && node[limit] === 0)) facts[limit] = node[limit];
  }
  const listed = listedIn(node);
  if (listed.length > 0) facts.listed = [...listed].sort();
  if (node['x-hashed'] === true || saysHashed(node)) facts.hashed = true;
  if (node.required !== undefined) facts.required = [...(node.required as string[])].sort();
  if (node.anyOf !== undefined) facts.oneOfThese = (node.anyOf as Node[]).map(({ required }) => required);

  const found = new Map<string, Facts>([[path, facts as Facts]]);
  for (const [key, inner] of Object.entries(propertiesOf(root, node))) {
    for (const entry of structureOfSchema(root, inner, `${path}.${key}`)) found.set(...entry);
  }
  if (node.items !== undefined) {
    for (const entry of structureOfSchema(root, node.items as Node, `${path}[]`)) found.set(...entry);
  }
  return found;
}

/** The official `user_data` has its properties only inside the branches of `anyOf`, the same in each. */
function propertiesOf(root: Node, node: Node): { [key: string]: Node } {
  const [branch] = (node.anyOf ?? []) as Node[];
  const inBranch = branch && resolve(root, branch).properties;
  return (node.properties ?? inBranch ?? {}) as { [key: string]: Node };
}

function resolve(root: Node, node: Node): Node {
  if (typeof node.$ref !== 'string') return node;
  const { $ref, ...beside } = node;
  const target = $ref
    .slice(2)
    .split('/')
    .reduce<Node>((inner, key) => inner[key] as Node, root);
  return { ...target, ...beside };
}

/** Pinterest lists some values in its text alone: "- `web`". */
function listedIn(node: Node): readonly string[] {
  const own = node['x-listed'] as readonly string[] | undefined;
  return own ?? [...String(node.description).matchAll(/- `(\w+)`/g)].flatMap(([, name]) => name ?? []);
}

const saysHashed = ({ description }: Node): boolean => /sha256 hash/i.test(String(description));
