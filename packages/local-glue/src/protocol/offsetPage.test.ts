import { offsetPage } from './offsetPage';

describe('offsetPage', () => {
  const items = ['a', 'b', 'c'];
  it.each([
    [undefined, undefined, ['a', 'b', 'c'], undefined],
    [undefined, 2, ['a', 'b'], '2'],
    ['2', 2, ['c'], undefined],
    [undefined, 1000, ['a', 'b', 'c'], undefined],
    ['7', 2, [], undefined],
  ])('from %p with at most %p', (token, max, page, nextToken) => {
    expect(offsetPage(items, token, max, 100)).toEqual({
      items: page,
      nextToken,
    });
  });

  it.each(['x', '-1', '1.5'])('refuses the token %p', token => {
    expect(() => offsetPage(items, token, 1, 100)).toThrow('not a token');
  });
});
