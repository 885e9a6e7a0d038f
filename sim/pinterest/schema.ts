/** Whether a body has the structure that Pinterest documents; it answers 400 to a whole batch that has not. */
import Ajv2020 from 'ajv/dist/2020';
import schema from './events.schema.json';
import type { SentEvent } from './types';

const ajv = new Ajv2020({ allowUnionTypes: true });
ajv.addVocabulary(['x-since', 'x-listed', 'x-listed-since', 'x-hashed', 'x-path']);
ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });

const validate = ajv.compile<{ data: SentEvent[] }>(schema);

export type Checked = { readonly data: readonly SentEvent[] } | { readonly problem: string };

export function checkStructure(body: unknown): Checked {
  if (validate(body)) return body;
  // ajv's texts name keys and limits, never values.
  const [error] = validate.errors ?? [];
  const key = error?.params.additionalProperty;
  return { problem: `${error?.instancePath || 'body'} ${error?.message}${key === undefined ? '' : ` '${key}'`}` };
}

/** Keys of user_data that are documented; the schema allows others, so they only earn a warning. */
const { event_name, action_source } = schema.$defs.event.properties;

export const EVENT_NAMES: ReadonlySet<string> = new Set(
  [event_name['x-listed'], ...Object.values(event_name['x-listed-since'])].flat(),
);

export const ACTION_SOURCES: readonly string[] = action_source['x-listed'];

const userData = Object.entries<{ readonly type: unknown; readonly 'x-hashed'?: boolean }>(
  schema.$defs.user_data.properties,
);

/** Fields that hold digests alone. */
export const HASHED: readonly string[] = userData.flatMap(([key, field]) => (field['x-hashed'] ? [key] : []));

export const USER_DATA_KEYS: ReadonlySet<string> = new Set(userData.map(([key]) => key));
