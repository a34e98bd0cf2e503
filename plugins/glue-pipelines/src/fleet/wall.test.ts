import { FleetItem } from '@glue-pipelines/backstage-plugin-common';
import { english } from '../__testUtils__/texts';
import { ageWords, troubled } from './wall';

const item = (name: string, tiles: FleetItem['tiles']) =>
  ({ name, tiles }) as FleetItem;

it('shows the worst as far as there is room, and no healthy ones', () => {
  const many = Array.from({ length: 20 }, (_, i) => item(`f${i}`, ['failing']));
  expect(troubled([...many, item('h', ['healthy'])])).toEqual(
    many.slice(0, 16),
  );
  expect(
    troubled([
      item('l', ['late']),
      item('r', ['running']),
      item('h', ['healthy']),
    ]),
  ).toHaveLength(2);
});

it.each([
  [0, '< 1 s'],
  [4, '< 1 s'],
  [9, '5 s'],
  [59, '55 s'],
  [61, '1 min'],
  [7300, '2 h'],
])('tells %s seconds as %s', (seconds, words) => {
  expect(ageWords(english, seconds)).toBe(words);
});
