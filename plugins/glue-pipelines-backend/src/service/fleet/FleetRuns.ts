import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  FleetRunsItem,
  FleetRunsResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { RunWindow, WindowCounts, WindowRuns } from '../../database/WindowRuns';
import { FleetFilter, filterRows, filtersOf } from './fleetQuery';
import { FleetRow } from './fleetRow';
import { FleetService } from './FleetService';

/** The longest window, in milliseconds. */
const LONGEST_MS = 7 * 24 * 60 * 60_000;
/** Runs of one workflow in an answer; the API's document says so, too. */
const MOST_RUNS = 200;

/** Which runs to list, of which workflows. */
export interface FleetRunsQuery extends FleetFilter, RunWindow {
  offset: number;
  limit: number;
}

/** What ran in a window of time, of all workflows whose runs a caller may read. */
export class FleetRuns {
  constructor(
    private readonly options: { fleet: FleetService; runs: WindowRuns },
  ) {}

  /**
   * @throws InputError for a window that ends before it begins, or that is too long
   * @throws errors of the catalog's and the permissions' clients
   */
  async list(
    credentials: BackstageCredentials,
    query: FleetRunsQuery,
  ): Promise<FleetRunsResponse> {
    checkWindow(query);
    const { fleet, runs } = this.options;
    const { from, to, offset, limit } = query;
    const now = new Date();
    const { rows, withheld } = await fleet.rows(credentials, now);
    const readable = oncePerWorkflow(rows.filter(({ withRuns }) => withRuns));
    const asked = filterRows(readable, query);
    const counts = await runs.count(
      asked.map(({ item }) => item.arn),
      query,
    );
    const ran = failedFirst(
      asked.filter(({ item }) => counts.has(item.arn)),
      counts,
    );
    const page = ran.slice(offset, offset + limit);
    const newest = await runs.newest(
      page.map(({ item }) => item.arn),
      query,
      MOST_RUNS,
    );
    return {
      from,
      to,
      items: page.map(({ item }): FleetRunsItem => {
        const shown = newest.get(item.arn) ?? [];
        return {
          arn: item.arn,
          name: item.name,
          accountId: item.accountId,
          region: item.region,
          entityRef: item.entityRef,
          entityTitle: item.entityTitle,
          owner: item.owner,
          runs: shown,
          leftOut: Math.max(0, sumOf(counts.get(item.arn)) - shown.length),
        };
      }),
      total: ran.length,
      idle: asked.length - ran.length,
      counts: totalOf([...counts.values()]),
      filters: filtersOf(readable),
      withheld: withheld + rows.filter(({ withRuns }) => !withRuns).length,
      servedAt: now.toISOString(),
    };
  }
}

function checkWindow({ from, to }: RunWindow) {
  const length = Date.parse(to) - Date.parse(from);
  if (length <= 0) {
    throw new InputError(`to: ${to} is not later than from, ${from}`);
  }
  if (length > LONGEST_MS) {
    throw new InputError(
      `to: ${to} is more than seven days later than from, ${from}. Ask for a shorter window`,
    );
  }
}

/** Its runs are the same through whichever entity. */
function oncePerWorkflow(rows: FleetRow[]): FleetRow[] {
  const sorted = [...rows].sort((a, b) =>
    a.item.entityRef < b.item.entityRef ? -1 : 1,
  );
  return [
    ...new Map(sorted.reverse().map(row => [row.item.arn, row])).values(),
  ];
}

function failedFirst(
  rows: FleetRow[],
  counts: Map<string, WindowCounts>,
): FleetRow[] {
  const failed = ({ item }: FleetRow) => failedOf(counts.get(item.arn) ?? {});
  return [...rows].sort(
    (a, b) =>
      failed(b) - failed(a) ||
      a.item.name.localeCompare(b.item.name, 'en') ||
      (a.item.arn < b.item.arn ? -1 : 1),
  );
}

function failedOf(counts: WindowCounts): number {
  return (counts.failed ?? 0) + (counts['partially-failed'] ?? 0);
}

function sumOf(counts: WindowCounts = {}): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function totalOf(all: WindowCounts[]): FleetRunsResponse['counts'] {
  const total = { runs: 0, failed: 0, running: 0, succeeded: 0 };
  for (const counts of all) {
    total.runs += sumOf(counts);
    total.failed += failedOf(counts);
    total.running += (counts.running ?? 0) + (counts.stopping ?? 0);
    total.succeeded += counts.succeeded ?? 0;
  }
  return total;
}
