import { like } from './like';

describe('LIKE', () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['%', '', true],
    ['%%', 'abc', true],
    ['a%c', 'abc', true],
    ['a%c', 'abcd', false],
    ['a%bc%d', 'abbcbcd', true],
    ['%ab', 'aab', true],
    ['_', '😀', true],
    ['__', 'a', false],
    ['a_%', 'a', false],
    ['a_%', 'ab', true],
  ])('%j of %j is %s', (pattern, value, expected) => {
    expect(like(pattern)(value)).toBe(expected);
  });

  it('is not made slow by a pattern', () => {
    const matches = like(`${'%a'.repeat(500)}b`);
    const start = performance.now();
    expect(matches('a'.repeat(1024))).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
