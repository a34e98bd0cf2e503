import { readByteRange } from './byteRange';

describe('readByteRange', () => {
  it.each([
    [undefined, 10, undefined],
    ['bytes=0-3', 10, { start: 0, end: 3 }],
    ['bytes=4-', 10, { start: 4, end: 9 }],
    ['bytes=4-100', 10, { start: 4, end: 9 }],
    ['bytes=-3', 10, { start: 7, end: 9 }],
    ['bytes=-30', 10, { start: 0, end: 9 }],
    ['bytes=5-4', 10, undefined],
    ['bytes=0-1,3-4', 10, undefined],
    ['lines=0-1', 10, undefined],
    ['bytes=-', 10, undefined],
  ])('%p of %d bytes is %j', (value, size, range) => {
    expect(readByteRange(value, size)).toEqual(range);
  });

  it.each([
    ['bytes=10-', 10],
    ['bytes=0-', 0],
    ['bytes=-0', 10],
  ])('refuses %p of %d bytes', (value, size) => {
    expect(() => readByteRange(value, size)).toThrow('begins after');
  });
});
