/** The options of docs/options.md: texts from the jsii assembly of the last build, order from the table of options. */
import { OPTIONS_BY_THEME } from '../lib/options/table';
import { defaultText, type JsiiProperty, type JsiiType, oneLine, propertiesOf, remarksOf } from './jsii-docs';
import { markdownTable } from './tables';

export function optionTables(): string {
  const properties = propertiesOf('PinterestConversionsProps', 'AlarmOptions');
  return Object.entries(OPTIONS_BY_THEME)
    .map(([theme, options]) => `## ${theme}\n\n${table(properties, Object.keys(options))}`)
    .join('\n\n');
}

const table = (properties: readonly JsiiProperty[], names: readonly string[]): string =>
  markdownTable(
    ['option', 'type', 'meaning', 'default'],
    names.flatMap((name) => properties.filter((property) => property.name === name).map(row)),
  );

function row({ name, type, optional, docs }: JsiiProperty): readonly string[] {
  const limits = remarksOf(docs).filter((paragraph) => paragraph.startsWith('Valid '));
  const meaning = oneLine([docs.summary, ...limits].join(' '));
  return [`\`${name}\``, typeName(type), meaning, optional ? defaultText(docs.default ?? '') : 'required'];
}

function typeName({ primitive, fqn, collection }: JsiiType): string {
  if (collection) {
    const element = typeName(collection.elementtype);
    return collection.kind === 'array' ? `${element}[]` : `map of ${element}`;
  }
  return primitive ?? fqn?.split('.').at(-1) ?? 'any';
}
