import {
  FleetGrouping,
  FleetLack,
  FleetSort,
  FleetTile,
  HygieneFinding,
} from '@glue-pipelines/backstage-plugin-common';
import { FleetQuery } from '../api/GluePipelinesApi';
import { isInstant, WindowName, WINDOWS } from './windows';

/** Workflows on one page. */
export const PAGE_SIZE = 50;

export const TILES: readonly FleetTile[] = [
  'failing',
  'late',
  'running',
  'healthy',
  'unknown',
];

/** The orders that there are. */
export const SORTS: readonly FleetSort[] = [
  'worst',
  'name',
  'last-run',
  'duration',
  'success-rate',
  'freshness',
  'cost',
];

/** What workflows can be kept together by. */
export const GROUPINGS: readonly FleetGrouping[] = ['owner', 'system'];

/** What may be missing of an entity that is well kept. */
export const LACKS: readonly FleetLack[] = ['owner', 'promise'];

/** What may have to be put right. */
const FINDINGS: readonly HygieneFinding[] = [
  'ending-version',
  'no-owner',
  'nobody-told',
  'no-promise',
  'never-run',
  'not-run-lately',
  'no-tags',
];

/** Views besides the list. */
const VIEWS = ['timeline', 'hygiene'] as const;

export type FleetViewName = (typeof VIEWS)[number];

/** What is filtered by, besides the tile: a choice of each, or any text. */
export const FILTERS = ['owner', 'system', 'tag', 'account', 'region'] as const;

export type FilterName = (typeof FILTERS)[number];

/** What the address of the page says is looked at. Absent: the default. */
export interface FleetState extends Partial<Record<FilterName, string>> {
  tile?: FleetTile;
  text?: string;
  /** Only what the user owns. */
  mine?: true;
  /** Only what has no owner, or no promise. */
  lacks?: FleetLack;
  sort?: FleetSort;
  order?: 'asc' | 'desc';
  /** Keeps workflows of one owner or system together. */
  group?: FleetGrouping;
  /** From 1. */
  page?: number;
  /** What is shown of the workflows; absent: the list. */
  view?: FleetViewName;
  /** Of the view of what to put right: only those with it. */
  finding?: HygieneFinding;
  /** Of the view of what ran. */
  window?: WindowName;
  /** When that window ends, ISO 8601; absent: it goes with the time. */
  until?: string;
  /** The board for a screen on the wall. */
  mode?: 'wall';
}

const KEYS = [
  'tile',
  'text',
  'mine',
  'lacks',
  'sort',
  'order',
  'group',
  'page',
  'view',
  'finding',
  'window',
  'until',
  'mode',
  ...FILTERS,
] as const;

/** Reads the state; values that mean nothing count as absent. */
export function readFleetState(params: URLSearchParams): FleetState {
  const value = (key: string) => params.get(key)?.trim() || undefined;
  const page = Number(value('page'));
  const order = value('order');
  const state: FleetState = {
    tile: TILES.find(tile => tile === value('tile')),
    text: value('text'),
    lacks: LACKS.find(lack => lack === value('lacks')),
    mine: value('mine') === 'true' || undefined,
    sort: SORTS.find(sort => sort === value('sort')),
    order: order === 'asc' || order === 'desc' ? order : undefined,
    group: GROUPINGS.find(grouping => grouping === value('group')),
    view: VIEWS.find(view => view === value('view')),
    finding: FINDINGS.find(finding => finding === value('finding')),
    window: WINDOWS.find(name => name === value('window')),
    until: isInstant(value('until')) ? value('until') : undefined,
    mode: value('mode') === 'wall' ? 'wall' : undefined,
    page: Number.isInteger(page) && page > 1 ? page : undefined,
  };
  for (const filter of FILTERS) {
    state[filter] = value(filter);
  }
  return state;
}

/**
 * The parameters after a change. `undefined` removes; parameters of others
 * stay. Whatever changes what is listed leads to its first page.
 */
export function writeFleetState(
  params: URLSearchParams,
  change: FleetState,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const key of KEYS.filter(name => name in change)) {
    const value = change[key];
    if (value) {
      next.set(key, String(value));
    } else {
      next.delete(key);
    }
  }
  if (!('page' in change)) {
    next.delete('page');
  }
  return next;
}

/** The state as a query of the address, without the page: what is worth keeping under a name. */
export function viewQueryOf({ page: _, ...state }: FleetState): string {
  const params = writeFleetState(new URLSearchParams(), state);
  params.sort();
  return params.toString();
}

/** What to ask the back end. */
export function queryOf({
  page = 1,
  mode: _,
  view: _view,
  finding: _finding,
  window: _window,
  until: _until,
  ...filters
}: FleetState): FleetQuery {
  return {
    ...filters,
    limit: PAGE_SIZE,
    offset: page > 1 ? (page - 1) * PAGE_SIZE : undefined,
  };
}

/** Whether anything but the order narrows the list. */
export function isFiltered(state: FleetState): boolean {
  return Boolean(
    state.tile ||
    state.text ||
    state.mine ||
    state.lacks ||
    FILTERS.some(filter => state[filter]),
  );
}

/** The state without anything that narrows the list. */
export const UNFILTERED: FleetState = {
  tile: undefined,
  text: undefined,
  mine: undefined,
  lacks: undefined,
  owner: undefined,
  system: undefined,
  tag: undefined,
  account: undefined,
  region: undefined,
};
