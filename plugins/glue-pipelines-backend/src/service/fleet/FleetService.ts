import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  FleetItem,
  FleetResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { CostConfig } from '../../config';
import { RunStore } from '../../database/RunStore';
import { WorkflowSummaries } from '../../database/WorkflowSummaries';
import { startTriggerAt } from '../describeWorkflow';
import { priceOf } from '../priceOf';
import { WorkflowOwners } from '../WorkflowOwners';
import { FleetEntities, FleetEntity } from './FleetEntities';
import { countTiles } from './countTiles';
import { filterRows, filtersOf, FleetQuery, pageOf } from './fleetQuery';
import { FleetRow, fleetRow } from './fleetRow';

/**
 * All workflows that a caller may see, with how they are: of what is kept of
 * each, so that neither AWS nor a run is read. One that several entities name
 * is there once for each of them.
 */
export class FleetService {
  constructor(
    private readonly options: {
      entities: FleetEntities;
      owners: WorkflowOwners;
      summaries: WorkflowSummaries;
      store: RunStore;
      price: CostConfig;
    },
  ) {}

  /** @throws errors of the catalog's and the permissions' clients */
  async list(
    credentials: BackstageCredentials,
    query: FleetQuery,
  ): Promise<FleetResponse> {
    const { price } = this.options;
    const now = new Date();
    const { rows, withheld } = await this.rows(credentials, now);
    const filtered = filterRows(rows, query);
    const { page, total, groups } = pageOf(filtered, query);
    return {
      items: await this.withStrips(page, now),
      total,
      tiles: countTiles(filtered),
      groups,
      withheld,
      filters: filtersOf(rows),
      price: priceOf(price),
      servedAt: now.toISOString(),
    };
  }

  /**
   * All that a caller may see, in no particular order, and how many are
   * withheld from them.
   * @throws errors of the catalog's and the permissions' clients
   */
  async rows(credentials: BackstageCredentials, now: Date) {
    const seen = await this.options.entities.read(credentials);
    const { rows, hidden } = await this.rowsOf(seen.entities, now);
    return { rows, withheld: seen.withheld + hidden };
  }

  private async rowsOf(entities: FleetEntity[], now: Date) {
    const { owners, summaries, price } = this.options;
    const arns = new Set(
      entities.flatMap(({ workflows }) => workflows.map(({ arn }) => arn)),
    );
    const known = new Map(
      (await summaries.get([...arns])).map(summary => [summary.arn, summary]),
    );
    const isShown = owners.required.reads
      ? await owners.knownOwners([...arns])
      : () => true;
    let hidden = 0;
    const rows = entities.flatMap(entity =>
      entity.workflows.flatMap(workflow => {
        if (!isShown(entity.entityRef, workflow.arn)) {
          hidden++;
          return [];
        }
        return fleetRow(entity, workflow, known.get(workflow.arn), {
          now,
          price,
        });
      }),
    );
    return { rows, hidden };
  }

  /** With what only the rows of one page need. */
  private async withStrips(page: FleetRow[], now: Date): Promise<FleetItem[]> {
    const { store, summaries } = this.options;
    const arns = [...new Set(page.map(({ item }) => item.arn))];
    const recent = await summaries.recentRuns(arns);
    const definitions = new Map(
      (await store.getWorkflows(arns)).map(({ arn, definition }) => [
        arn,
        definition,
      ]),
    );
    return page.map(({ item, withRuns }) => ({
      ...item,
      runs: withRuns ? (recent.get(item.arn) ?? []) : undefined,
      nextRunAt: startTriggerAt(definitions.get(item.arn), now)?.nextRunAt,
    }));
  }
}
