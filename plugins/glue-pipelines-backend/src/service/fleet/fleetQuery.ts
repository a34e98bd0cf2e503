import {
  FleetGroup,
  FleetGrouping,
  FleetLack,
  FleetResponse,
  FleetSort,
  FleetTile,
} from '@glue-pipelines/backstage-plugin-common';
import { badnessOf } from './badness';
import { groupRows } from './fleetGroups';
import { FleetRow } from './fleetRow';

/** Which workflows to show. */
export interface FleetFilter {
  /** Entity refs. */
  owner?: string;
  /** One of these has to be the owner. */
  owners?: string[];
  /** What the entity has not. */
  lacks?: FleetLack;
  system?: string;
  tag?: string;
  account?: string;
  region?: string;
  text?: string;
}

/** Which workflows to show, and in which order. */
export interface FleetQuery extends FleetFilter {
  tile?: FleetTile;
  sort: FleetSort;
  /** When absent, what needs attention comes first. */
  order?: 'asc' | 'desc';
  /** Keeps those of one owner or system together. */
  group?: FleetGrouping;
  offset: number;
  limit: number;
}

type Key = string | number | undefined;

export const FLEET_TILES = [
  'failing',
  'running',
  'late',
  'healthy',
  'unknown',
] as const satisfies FleetTile[];

/** What each order is by, and how it runs when it is not said. */
const SORTS: Record<
  FleetSort,
  { key: (row: FleetRow) => Key; order: 'asc' | 'desc' }
> = {
  worst: { key: ({ item }) => badnessOf(item.tiles), order: 'desc' },
  name: { key: ({ item }) => lower(item.name), order: 'asc' },
  'last-run': { key: row => row.lastStartedAt, order: 'desc' },
  duration: { key: row => row.lastSeconds, order: 'desc' },
  'success-rate': {
    key: ({ item: { successRate } }) =>
      successRate && successRate.succeeded / successRate.ended,
    order: 'asc',
  },
  freshness: { key: due, order: 'asc' },
  cost: { key: ({ item }) => item.cost?.amount, order: 'desc' },
};

/** Those that all filters but the tile let pass. */
export function filterRows(rows: FleetRow[], query: FleetFilter): FleetRow[] {
  const { owner, owners, lacks, system, tag, account, region, text } = query;
  const is = (wanted: string | undefined, value: string | undefined) =>
    wanted === undefined || lower(value ?? '') === lower(wanted);
  return rows.filter(
    ({ item }) =>
      is(owner, item.owner) &&
      (owners === undefined || owners.some(each => is(each, item.owner))) &&
      (lacks !== 'owner' || item.owner === undefined) &&
      (lacks !== 'promise' || item.freshness === undefined) &&
      is(system, item.system) &&
      (tag === undefined || item.tags.some(each => is(tag, each))) &&
      is(account, item.accountId) &&
      is(region, item.region) &&
      (text === undefined ||
        [item.name, item.entityRef, item.entityTitle ?? ''].some(each =>
          lower(each).includes(lower(text)),
        )),
  );
}

/** The page that is asked for, how many there are on all, and the groups that it has a part of. */
export function pageOf(
  rows: FleetRow[],
  query: FleetQuery,
): { page: FleetRow[]; total: number; groups?: FleetGroup[] } {
  const { group, offset, limit } = query;
  const shown = sortRows(rows, query);
  const end = offset + limit;
  if (!group) {
    return { page: shown.slice(offset, end), total: shown.length };
  }
  const groups: FleetGroup[] = [];
  let from = 0;
  const grouped = groupRows(shown, group).flatMap(each => {
    const to = from + each.rows.length;
    if (from < end && to > offset) {
      groups.push(each.group);
    }
    from = to;
    return each.rows;
  });
  return { page: grouped.slice(offset, end), total: shown.length, groups };
}

/** Those of the tile that is asked for, in the order that is asked for. */
function sortRows(rows: FleetRow[], query: FleetQuery): FleetRow[] {
  const { tile, sort } = query;
  const { key, order } = SORTS[sort];
  const sign = (query.order ?? order) === 'asc' ? 1 : -1;
  return rows
    .filter(({ item }) => tile === undefined || item.tiles.includes(tile))
    .map(row => ({ row, key: key(row) }))
    .sort(
      (a, b) =>
        Number(a.key === undefined) - Number(b.key === undefined) ||
        sign * compare(a.key, b.key) ||
        compare(lower(a.row.item.name), lower(b.row.item.name)) ||
        compare(a.row.item.arn, b.row.item.arn) ||
        compare(a.row.item.entityRef, b.row.item.entityRef),
    )
    .map(({ row }) => row);
}

/** What there is to filter by. */
export function filtersOf(rows: FleetRow[]): FleetResponse['filters'] {
  const values = (of: (row: FleetRow) => string | string[] | undefined) =>
    [...new Set(rows.flatMap(row => of(row) ?? []))].sort();
  return {
    owners: values(({ item }) => item.owner),
    systems: values(({ item }) => item.system),
    tags: values(({ item }) => item.tags),
    accounts: values(({ item }) => item.accountId),
    regions: values(({ item }) => item.region),
  };
}

/** When the promise is or was due; never kept comes before all others. */
function due({ item: { freshness } }: FleetRow): Key {
  if (freshness?.dueAt) {
    return freshness.dueAt;
  }
  return freshness?.state === 'late' ? '' : undefined;
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}

/** Keys of one order are all texts or all numbers. */
function compare(a: Key, b: Key): number {
  if (a === undefined || b === undefined || a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
