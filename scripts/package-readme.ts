/**
 * The README as the packages carry it. npm and Construct Hub resolve relative links through `repository`, PyPI resolves
 * none; so all of them get absolute ones, to the tag of the version that they belong to.
 */

/** Where a version's files can be read. */
export interface Home {
  /** URL of the repository, as in package.json. */
  readonly repository: string;
  readonly version: string;
}

/** `[text](target)` and `![text](target)` whose target is a path of the repository. */
const RELATIVE = /(!?\[[^\]]*\]\()(?![a-z][a-z+.-]*:|#|\/)(?:\.\/)?([^)\s]+\))/g;

export function withAbsoluteLinks(markdown: string, { repository, version }: Home): string {
  const base = repository.replace(/^git\+/, '').replace(/\.git$/, '');
  return markdown.replace(
    RELATIVE,
    (_, opening: string, target: string) =>
      `${opening}${base}/${opening.startsWith('!') ? 'raw' : 'blob'}/v${version}/${target}`,
  );
}

/**
 * jsii-pacmak takes a fence of `ts` for something to translate, and without a translation labels the same TypeScript as
 * Python. The README holds its Python form itself; the fence `tsx` keeps the TypeScript what it is.
 */
export const withoutTranslation = (markdown: string): string => markdown.replace(/^```ts$/gm, '```tsx');
