import { decode, encode } from './json';

describe('stored JSON', () => {
  it.each([
    [{ a: 1, b: [null, 'x', { c: true }] }],
    [{ CreatedOn: new Date(1_700_000_000_123), Name: 'x' }],
    [{ nested: [{ at: new Date(0) }] }],
    [{ text: 'a $date in prose' }],
    [[new Date(1), [new Date(2)], null, 3]],
    [new Date(4)],
  ])('brings back %j', value => {
    expect(decode(encode(value))).toEqual(value);
  });

  it('leaves out what is undefined', () => {
    expect(encode({ a: undefined, b: 1 })).toBe('{"b":1}');
  });
});
