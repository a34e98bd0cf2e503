import { FleetSort } from '@glue-pipelines/backstage-plugin-common';
import { countTiles } from './countTiles';
import { filterRows, filtersOf, FleetQuery, pageOf } from './fleetQuery';
import { FleetRow } from './fleetRow';

type Item = FleetRow['item'];

const row = (
  name: string,
  some: Partial<Item> = {},
  last: Pick<FleetRow, 'lastStartedAt' | 'lastSeconds'> = {},
): FleetRow => ({
  withRuns: true,
  ...last,
  item: {
    arn: `arn:aws:glue:eu-west-1:111111111111:workflow/${name}`,
    signalKey: '',
    name,
    accountId: '111111111111',
    region: 'eu-west-1',
    entityRef: `component:default/${name.toLocaleLowerCase('en-US')}`,
    tags: [],
    health: 'succeeded',
    tiles: ['healthy'],
    ...some,
  },
});

const rows = [
  row(
    'orders',
    {
      tiles: ['healthy'],
      owner: 'group:default/sales',
      system: 'system:default/shop',
      tags: ['gold', 'daily'],
      successRate: { succeeded: 9, ended: 10 },
      freshness: {
        kind: 'freshness',
        promise: 'P1D',
        state: 'fresh',
        dueAt: '2026-11-29',
      },
      cost: { dpuHours: 2, amount: 1 },
    },
    { lastStartedAt: '2026-11-28T01', lastSeconds: 100 },
  ),
  row(
    'Billing',
    {
      health: 'failed',
      tiles: ['failing', 'late'],
      owner: 'group:default/Finance',
      entityTitle: 'Invoices of customers',
      tags: ['gold'],
      successRate: { succeeded: 0, ended: 5 },
      freshness: { kind: 'freshness', promise: 'P1D', state: 'late' },
      cost: { dpuHours: 20, amount: 10 },
    },
    { lastStartedAt: '2026-11-28T03', lastSeconds: 20 },
  ),
  row(
    'clicks',
    {
      health: 'running',
      tiles: ['running', 'late'],
      region: 'us-east-1',
      freshness: {
        kind: 'freshness',
        promise: 'P1D',
        state: 'late',
        dueAt: '2026-11-27',
      },
    },
    { lastStartedAt: '2026-11-28T02' },
  ),
  row('dates', {
    health: 'unknown',
    tiles: ['unknown'],
    accountId: '222222222222',
  }),
  row('events', { health: 'failed', tiles: ['failing'] }),
];
const all: FleetQuery = { sort: 'name', offset: 0, limit: 100 };
const namesOf = (found: FleetRow[]) => found.map(({ item }) => item.name);

it.each<[Partial<FleetQuery>, string[]]>([
  [{}, ['orders', 'Billing', 'clicks', 'dates', 'events']],
  [{ owner: 'group:default/sales' }, ['orders']],
  [{ owner: 'group:default/finance' }, ['Billing']],
  [{ owner: 'group:default/sal' }, []],
  [{ owners: ['user:default/ada', 'group:default/sales'] }, ['orders']],
  [{ owners: [] }, []],
  [{ lacks: 'owner' }, ['clicks', 'dates', 'events']],
  [{ lacks: 'promise' }, ['dates', 'events']],
  [{ system: 'system:default/shop' }, ['orders']],
  [{ tag: 'gold' }, ['orders', 'Billing']],
  [{ tag: 'daily', owner: 'group:default/finance' }, []],
  [{ account: '222222222222' }, ['dates']],
  [{ region: 'us-east-1' }, ['clicks']],
  [{ text: 'LI' }, ['Billing', 'clicks']],
  [{ text: 'invoices' }, ['Billing']],
  [{ text: 'component:default/dates' }, ['dates']],
  // The tile is no filter of what the tiles count.
  [{ tile: 'failing' }, ['orders', 'Billing', 'clicks', 'dates', 'events']],
])('filters by %j', (query, names) => {
  expect(namesOf(filterRows(rows, { ...all, ...query }))).toEqual(names);
});

it.each<[FleetSort, string[]]>([
  ['worst', ['Billing', 'events', 'clicks', 'dates', 'orders']],
  ['name', ['Billing', 'clicks', 'dates', 'events', 'orders']],
  ['last-run', ['Billing', 'clicks', 'orders', 'dates', 'events']],
  ['duration', ['orders', 'Billing', 'clicks', 'dates', 'events']],
  ['success-rate', ['Billing', 'orders', 'clicks', 'dates', 'events']],
  ['freshness', ['Billing', 'clicks', 'orders', 'dates', 'events']],
  ['cost', ['Billing', 'orders', 'clicks', 'dates', 'events']],
])('sorts by %s, what is not known last', (sort, names) => {
  expect(namesOf(pageOf(rows, { ...all, sort }).page)).toEqual(names);
});

it.each<[FleetSort, string[]]>([
  ['name', ['orders', 'events', 'dates', 'clicks', 'Billing']],
  ['cost', ['orders', 'Billing', 'clicks', 'dates', 'events']],
])('sorts by %s the other way, what is not known last', (sort, names) => {
  const order = sort === 'name' ? 'desc' : 'asc';
  expect(namesOf(pageOf(rows, { ...all, sort, order }).page)).toEqual(names);
});

it('cuts pages, of one tile', () => {
  expect(pageOf(rows, { ...all, offset: 1, limit: 2 })).toEqual({
    page: [rows[2], rows[3]],
    total: 5,
  });
  expect(pageOf(rows, { ...all, tile: 'late', limit: 1 })).toEqual({
    page: [rows[1]],
    total: 2,
  });
  expect(pageOf(rows, { ...all, offset: 5 })).toEqual({ page: [], total: 5 });
});

describe('groups', () => {
  const grouped: FleetQuery = { ...all, group: 'owner' };

  it('keeps what belongs together on one page after the other, the worst group first', () => {
    const more = [
      ...rows,
      row('returns', { tiles: ['healthy'], owner: 'group:default/Sales' }),
    ];
    const { page, total, groups } = pageOf(more, grouped);
    expect(namesOf(page)).toEqual([
      'Billing',
      'clicks',
      'dates',
      'events',
      'orders',
      'returns',
    ]);
    expect(total).toBe(6);
    expect(groups).toEqual([
      {
        ref: 'group:default/Finance',
        total: 1,
        worst: 'failing',
        tiles: { failing: 1, late: 1, running: 0, healthy: 0, unknown: 0 },
      },
      {
        ref: undefined,
        total: 3,
        worst: 'failing',
        tiles: { failing: 1, late: 1, running: 1, healthy: 0, unknown: 1 },
      },
      {
        ref: 'group:default/sales',
        total: 2,
        worst: 'healthy',
        tiles: { failing: 0, late: 0, running: 0, healthy: 2, unknown: 0 },
      },
    ]);
    const second = pageOf(more, { ...grouped, offset: 2, limit: 2 });
    expect(namesOf(second.page)).toEqual(['dates', 'events']);
    // The whole group is told of, though the page has only a part of it.
    expect(second.groups).toEqual([groups?.[1]]);
  });

  it.each<[Partial<FleetQuery>, (string | undefined)[]]>([
    [{ group: 'system' }, [undefined, 'system:default/shop']],
    [{ tile: 'healthy' }, ['group:default/sales']],
    [{ tile: 'running' }, [undefined]],
    [{ offset: 1, limit: 1 }, [undefined]],
    [{ offset: 0, limit: 1 }, ['group:default/Finance']],
    [{ offset: 100 }, []],
  ])('of %j are told', (query, refs) => {
    const { groups } = pageOf(rows, { ...grouped, ...query });
    expect(groups?.map(({ ref }) => ref)).toEqual(refs);
  });

  it('are in the order that is asked for within themselves', () => {
    const { page } = pageOf(rows, { ...grouped, sort: 'name', order: 'desc' });
    expect(namesOf(page)).toEqual([
      'Billing',
      'events',
      'dates',
      'clicks',
      'orders',
    ]);
  });
});

it('counts tiles', () => {
  expect(countTiles(rows)).toEqual({
    failing: 2,
    running: 1,
    late: 2,
    healthy: 1,
    unknown: 1,
  });
});

it('tells what there is to filter by', () => {
  expect(filtersOf(rows)).toEqual({
    owners: ['group:default/Finance', 'group:default/sales'],
    systems: ['system:default/shop'],
    tags: ['daily', 'gold'],
    accounts: ['111111111111', '222222222222'],
    regions: ['eu-west-1', 'us-east-1'],
  });
});
