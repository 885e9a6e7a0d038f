import { withoutInherited } from '../../scripts/api-reference';

const PACKAGE = 'cdk-pinterest-conversions';

const ASSEMBLY = {
  types: {
    [`${PACKAGE}.Metered`]: { kind: 'class', base: 'constructs.Construct', methods: [{ name: 'metric' }] },
    [`${PACKAGE}.Pipeline`]: { kind: 'class', base: `${PACKAGE}.Metered`, properties: [{ name: 'queue' }] },
    [`${PACKAGE}.Late`]: { kind: 'enum' },
  },
} as const;

const member = (type: string, name: string, path = name) =>
  `##### \`${name}\` <a name="${name}" id="${PACKAGE}.${type}.${path}"></a>\n\nWhat ${name} of ${type} is.\n`;

const row = (type: string, name: string, path = name) =>
  `| <code><a href="#${PACKAGE}.${type}.${path}">${name}</a></code> | of ${type} |\n`;

const TABLE = '| **Name** | **Description** |\n| --- | --- |\n';

const PAGE = [
  '### Pipeline <a name="Pipeline"></a>\n',
  `#### Methods <a name="Methods"></a>\n\n${TABLE}${row('Pipeline', 'toString')}${row('Pipeline', 'metric')}\n---\n`,
  member('Pipeline', 'toString'),
  member('Pipeline', 'metric'),
  `#### Properties <a name="Properties"></a>\n\n${TABLE}${row('Pipeline', 'node', 'property.node')}${row('Pipeline', 'queue', 'property.queue')}\n---\n`,
  member('Pipeline', 'node', 'property.node'),
  member('Pipeline', 'queue', 'property.queue'),
  '### Late <a name="Late"></a>\n',
  member('Late', 'DELIVER'),
].join('\n');

describe('withoutInherited', () => {
  const page = withoutInherited(PAGE, ASSEMBLY);

  it('leaves out what a type only inherits, from the tables too', () => {
    expect(page).not.toMatch(/toString|metric of Pipeline|node/);
  });

  it('keeps what a type declares, and the values of enums', () => {
    expect(page).toContain('What queue of Pipeline is.');
    expect(page).toContain('What DELIVER of Late is.');
  });

  it('leaves out a section of which nothing is left', () => {
    expect(page).not.toContain('#### Methods');
  });

  it('names the type that the other members come from', () => {
    expect(page).toContain(`With the members of <a href="#${PACKAGE}.Metered">Metered</a>.`);
  });
});
