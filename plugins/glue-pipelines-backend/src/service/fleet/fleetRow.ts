import {
  FleetItem,
  FleetTile,
  judgePromises,
  longestRunOf,
  PromiseTexts,
  WorkflowArn,
  workflowConsoleUrl,
  tooLongAfter,
} from '@glue-pipelines/backstage-plugin-common';
import { CostConfig } from '../../config';
import { WorkflowSummary } from '../../database/WorkflowSummaries';
import { workflowHealth } from '../describeWorkflow';
import { FleetEntity } from './FleetEntities';

const DAY_MS = 24 * 60 * 60_000;
const COST_DAYS = 7;
/** For how long AWS may be out of reach, in milliseconds, until nobody can call a workflow healthy. */
const UNREAD_MS = 15 * 60_000;

/** A workflow in a list of all, with what the list is sorted by. */
export interface FleetRow {
  /** Without what is looked up for the page that is shown: the strip and the next start. */
  item: Omit<FleetItem, 'runs' | 'nextRunAt'>;
  withRuns: boolean;
  /** Of the newest run; nothing of it where the caller may not read runs. */
  lastStartedAt?: string;
  lastSeconds?: number;
}

/** What is shown of a workflow through an entity; without anything of its runs where those may not be read. */
export function fleetRow(
  entity: FleetEntity,
  workflow: WorkflowArn,
  summary: WorkflowSummary | undefined,
  { now, price }: { now: Date; price: CostConfig },
): FleetRow {
  const { withRuns } = entity;
  const promises = { ...summary?.promises, ...entity.promises };
  const health = workflowHealth(summary?.lastHealth, summary?.defined ?? false);
  const freshness = freshnessOf(promises, withRuns, summary, now);
  const { collectedAt, collectionError } = summary ?? {};
  const item: FleetRow['item'] = {
    arn: workflow.arn,
    signalKey: summary?.signalKey ?? '',
    name: workflow.name,
    accountId: workflow.accountId,
    region: workflow.region,
    entityRef: entity.entityRef,
    entityTitle: entity.title,
    owner: entity.owner,
    system: entity.system,
    tags: entity.tags,
    health,
    tiles: tilesOf(
      {
        health,
        late: freshness?.state === 'late',
        unreadSince: collectionError ? collectedAt : undefined,
      },
      now,
    ),
    freshness,
    consoleUrl: workflowConsoleUrl(workflow),
    collectedAt,
    collectionError,
  };
  if (!withRuns || !summary) {
    return { item, withRuns };
  }
  const { ended, succeeded, medianSeconds } = summary;
  const promisedSeconds = longestRunOf(promises);
  return {
    item: {
      ...item,
      medianSeconds,
      tooLongAfterSeconds: tooLongAfter(summary, promisedSeconds),
      promisedSeconds,
      successRate: ended > 0 ? { ended, succeeded } : undefined,
      cost: costOf(summary.dpuDays, price, now),
    },
    withRuns,
    lastStartedAt: summary.lastStartedAt,
    lastSeconds: summary.lastSeconds,
  };
}

/**
 * Where a workflow is counted: by its health, and among the late ones besides.
 * @param facts.unreadSince ISO 8601: reading it has failed since then
 */
export function tilesOf(
  facts: {
    health: FleetItem['health'];
    late: boolean;
    unreadSince?: string;
  },
  now: Date,
): FleetTile[] {
  const { health, late, unreadSince } = facts;
  const unread =
    unreadSince !== undefined &&
    Date.parse(unreadSince) < now.getTime() - UNREAD_MS;
  const byHealth = (): FleetTile[] => {
    switch (health) {
      case 'failed':
      case 'partially-failed':
      case 'stopped':
        return ['failing'];
      case 'running':
      case 'stopping':
        return ['running'];
      case 'succeeded':
        return late || unread ? [] : ['healthy'];
      default:
        return ['unknown'];
    }
  };
  const tiles = new Set(byHealth());
  if (late) {
    tiles.add('late');
  }
  if (unread) {
    tiles.add('unknown');
  }
  return [...tiles];
}

/** The promise that matters most of those about when runs end. */
function freshnessOf(
  promises: PromiseTexts,
  withRuns: boolean,
  summary: WorkflowSummary | undefined,
  now: Date,
): FleetItem['freshness'] {
  const [first] = judgePromises(promises, summary ?? {}, now);
  if (!first || withRuns) {
    return first;
  }
  const { dueAt, lastSuccessAt, ...shown } = first;
  return shown;
}

/** What the runs of the last seven days in UTC used; `undefined` where Glue tells of none. */
export function costOf(
  dpuDays: Record<string, number>,
  price: CostConfig,
  now: Date,
): FleetItem['cost'] {
  const first = new Date(now.getTime() - (COST_DAYS - 1) * DAY_MS)
    .toISOString()
    .slice(0, 10);
  const days = Object.entries(dpuDays).filter(([day]) => day >= first);
  if (days.length === 0) {
    return undefined;
  }
  const dpuHours = days.reduce((sum, [, hours]) => sum + hours, 0);
  return { dpuHours, amount: dpuHours * price.pricePerDpuHour };
}
