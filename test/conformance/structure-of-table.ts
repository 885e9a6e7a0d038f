/** The tables that events are built from, in the form in which the facts of Pinterest's description are compared. */
import type { FieldRule, FieldTable } from '../../contract/pinterest-event';
import type { Facts, Structure } from '../../scripts/schema/structure';

/** Structure of a field table, without what tables do not say: nullability, number formats, unknown keys. */
export function structureOfTable(table: FieldTable, path: string): Structure {
  return new Map(Object.entries(table).flatMap(([key, rule]) => structureOfRule(rule, `${path}.${key}`)));
}

function structureOfRule(rule: FieldRule, path: string): [string, Facts][] {
  switch (rule.kind) {
    case 'text': {
      const { maxLength, oneOf } = rule;
      return [[path, { type: 'string', ...(maxLength && { maxLength }), ...(oneOf && { enum: oneOf }) }]];
    }
    case 'decimal':
      return [[path, { type: 'string' }]];
    case 'boolean':
      return [[path, { type: 'boolean' }]];
    case 'integer': {
      const { kind, ...limits } = rule;
      return [[path, { type: kind, ...limits }]];
    }
    case 'texts':
    case 'digests': {
      const limits = 'maxItems' in rule ? { maxItems: rule.maxItems } : {};
      return [
        [path, { type: 'array', ...limits }],
        [`${path}[]`, { type: 'string' }],
      ];
    }
    case 'object':
      return [[path, { type: 'object' }], ...structureOfTable(rule.fields, path)];
    case 'objects':
      return [
        [path, { type: 'array' }],
        [`${path}[]`, { type: 'object' }],
        ...structureOfTable(rule.fields, `${path}[]`),
      ];
  }
}
