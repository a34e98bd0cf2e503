import {
  isFiltered,
  queryOf,
  readFleetState,
  UNFILTERED,
  writeFleetState,
} from './fleetState';

const set = (state: object) =>
  Object.fromEntries(
    Object.entries(state).filter(([, value]) => value !== undefined),
  );

it.each([
  ['', {}],
  [
    'tile=late&owner=group:default/a&sort=cost&order=asc&page=3&text=x',
    {
      tile: 'late',
      owner: 'group:default/a',
      sort: 'cost',
      order: 'asc',
      page: 3,
      text: 'x',
    },
  ],
  ['tile=great&sort=beauty&order=up&page=0&region=%20', {}],
  ['page=1.5', {}],
])('reads "%s"', (query, state) => {
  expect(set(readFleetState(new URLSearchParams(query)))).toEqual(state);
});

it.each([
  ['tile=late&page=2', { tile: undefined }, ''],
  ['page=2&other=1', { sort: 'cost' as const }, 'other=1&sort=cost'],
  ['tile=late', { page: 2 }, 'tile=late&page=2'],
  ['tile=late&text=x&system=s&sort=cost', UNFILTERED, 'sort=cost'],
])('changes "%s" by %j', (before, change, after) => {
  expect(writeFleetState(new URLSearchParams(before), change).toString()).toBe(
    after,
  );
});

it.each([
  [{}, { limit: 50 }],
  [
    { page: 3, tag: 'a' },
    { limit: 50, offset: 100, tag: 'a' },
  ],
])('asks for %j', (state, query) => {
  expect(set(queryOf(state))).toEqual(query);
});

it.each([
  [{}, false],
  [{ sort: 'cost' as const, page: 2 }, false],
  [{ tile: 'late' as const }, true],
  [{ text: 'x' }, true],
  [{ region: 'x' }, true],
])('knows whether %j narrows the list: %s', (state, answer) => {
  expect(isFiltered(state)).toBe(answer);
});
