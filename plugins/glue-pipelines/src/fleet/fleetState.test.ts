import {
  isFiltered,
  queryOf,
  readFleetState,
  UNFILTERED,
  viewQueryOf,
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
  ['group=owner&mode=wall', { group: 'owner', mode: 'wall' }],
  [
    'view=timeline&window=night&until=2026-11-28T08:00:00.000Z',
    {
      view: 'timeline',
      window: 'night',
      until: '2026-11-28T08:00:00.000Z',
    },
  ],
  ['view=cake&window=year&until=soon', {}],
  ['mine=true', { mine: true }],
  ['mine=no', {}],
  ['lacks=promise', { lacks: 'promise' }],
  ['lacks=name', {}],
  ['group=colour&mode=door', {}],
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
    { page: 3, tag: 'a', mode: 'wall' as const, group: 'owner' as const },
    { limit: 50, offset: 100, tag: 'a', group: 'owner' },
  ],
])('asks for %j', (state, query) => {
  expect(set(queryOf(state))).toEqual(query);
});

it.each([
  [{}, false],
  [{ sort: 'cost' as const, page: 2 }, false],
  [{ tile: 'late' as const }, true],
  [{ text: 'x' }, true],
  [{ mine: true as const }, true],
  [{ lacks: 'owner' as const }, true],
  [{ region: 'x' }, true],
])('knows whether %j narrows the list: %s', (state, answer) => {
  expect(isFiltered(state)).toBe(answer);
});

it.each([
  [{}, ''],
  [{ page: 3, tile: 'late' as const, owner: 'b' }, 'owner=b&tile=late'],
  [{ mode: 'wall' as const, system: 's' }, 'mode=wall&system=s'],
])('keeps %j as "%s"', (state, query) => {
  expect(viewQueryOf(state)).toBe(query);
});
