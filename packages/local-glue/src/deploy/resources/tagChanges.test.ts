import { tagChanges } from './tagChanges';

it.each([
  [undefined, undefined, [], {}],
  [{ a: '1' }, undefined, ['a'], {}],
  [undefined, { a: '1' }, [], { a: '1' }],
  [
    { a: '1', b: '1', c: '1' },
    { b: '2', c: '1', d: '1' },
    ['a'],
    { b: '2', d: '1' },
  ],
])('from %j to %j', (before, now, gone, added) => {
  expect(tagChanges(before, now)).toEqual({ gone, added });
});
