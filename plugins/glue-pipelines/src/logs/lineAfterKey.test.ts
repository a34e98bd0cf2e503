import { lineAfterKey } from './lineAfterKey';

const inSight = { startIndex: 40, endIndex: 60 };

it.each<[string, number | undefined, number | undefined]>([
  ['ArrowDown', 50, 51],
  ['ArrowUp', 50, 49],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['ArrowDown', undefined, 40],
  ['ArrowUp', undefined, 60],
  ['PageDown', 50, 70],
  ['PageUp', 50, 30],
  ['PageDown', undefined, 80],
  ['PageUp', 5, 0],
  ['Home', 50, 0],
  ['End', undefined, 99],
  ['a', 50, undefined],
])('%s leads from line %p to line %p', (key, active, next) => {
  expect(lineAfterKey(key, { active, inSight, count: 100 })).toBe(next);
});

it('leads nowhere without lines', () => {
  expect(
    lineAfterKey('End', { inSight: { startIndex: 0, endIndex: 0 }, count: 0 }),
  ).toBeUndefined();
});
