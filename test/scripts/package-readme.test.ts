import { withAbsoluteLinks, withoutTranslation } from '../../scripts/package-readme';

const HOME = { repository: 'https://github.com/shop/line.git', version: '1.2.3' };

describe('the README of the packages', () => {
  it.each([
    ['a page', '[events](docs/events.md)', '[events](https://github.com/shop/line/blob/v1.2.3/docs/events.md)'],
    ['a place in a page', '[a](./docs/a.md#b)', '[a](https://github.com/shop/line/blob/v1.2.3/docs/a.md#b)'],
    ['an image', '![console](docs/c.png)', '![console](https://github.com/shop/line/raw/v1.2.3/docs/c.png)'],
    ['code as text', '[`c.json`](c.json)', '[`c.json`](https://github.com/shop/line/blob/v1.2.3/c.json)'],
  ])('links %s to the tag of its version', (_, markdown, expected) => {
    expect(withAbsoluteLinks(`see ${markdown}, and`, HOME)).toBe(`see ${expected}, and`);
  });

  it.each(['[a](https://a.example/b)', '[m](mailto:a@b.example)', '[o](#options)', 'a list [1] (of two)'])(
    'leaves %s as it is',
    (markdown) => expect(withAbsoluteLinks(markdown, HOME)).toBe(markdown),
  );

  it('keeps TypeScript from being labelled as another language', () => {
    expect(withoutTranslation('```ts\nlet a;\n```\n```python\na\n```')).toBe('```tsx\nlet a;\n```\n```python\na\n```');
  });
});
