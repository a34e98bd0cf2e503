import { PromiseTexts } from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';

/** What a workflow says of itself in tags, as last read from Glue. */
export interface StoredTag {
  workflowArn: string;
  /** Names its entity. Absent where the workflow has no such tag. */
  value?: string;
  /** Names the table that it loads. Absent where the workflow has no such tag. */
  warehouseTable?: string;
  /** What it promises. */
  promises?: PromiseTexts;
  readAt: Date;
}

interface TagRow {
  workflow_arn: string;
  entity_tag: string | null;
  warehouse_table_tag: string | null;
  promise_tags: string | null;
  read_at: string;
}

/** ARNs per statement: well below the databases' limits on parameters. */
const CHUNK = 500;

/** What workflows say about whose they are, so that no page view asks AWS. */
export class KnexWorkflowTags {
  constructor(private readonly knex: Knex) {}

  /** Those that were read before, in no particular order. */
  async get(arns: string[]): Promise<StoredTag[]> {
    const tags: StoredTag[] = [];
    for (let i = 0; i < arns.length; i += CHUNK) {
      const rows = await this.knex<TagRow>('workflow_tags').whereIn(
        'workflow_arn',
        arns.slice(i, i + CHUNK),
      );
      tags.push(
        ...rows.map(row => ({
          workflowArn: row.workflow_arn,
          value: row.entity_tag ?? undefined,
          warehouseTable: row.warehouse_table_tag ?? undefined,
          ...(row.promise_tags && { promises: JSON.parse(row.promise_tags) }),
          readAt: new Date(row.read_at),
        })),
      );
    }
    return tags;
  }

  async save(tag: StoredTag): Promise<void> {
    await this.knex<TagRow>('workflow_tags')
      .insert({
        workflow_arn: tag.workflowArn,
        entity_tag: tag.value ?? null,
        warehouse_table_tag: tag.warehouseTable ?? null,
        promise_tags: tag.promises ? JSON.stringify(tag.promises) : null,
        read_at: tag.readAt.toISOString(),
      })
      .onConflict('workflow_arn')
      .merge();
  }

  /** Collected workflows whose tag was never read, or not since `before`; those first that wait longest. */
  async due(before: Date): Promise<string[]> {
    const rows = await this.knex('workflows')
      .leftJoin('workflow_tags', 'workflow_tags.workflow_arn', 'workflows.arn')
      .where('workflows.wanted', true)
      .andWhere(query =>
        query
          .whereNull('workflow_tags.read_at')
          .orWhere('workflow_tags.read_at', '<', before.toISOString()),
      )
      .orderByRaw("coalesce(workflow_tags.read_at, '')")
      .select<{ arn: string }[]>('workflows.arn');
    return rows.map(({ arn }) => arn);
  }

  /** Forgets workflows that no entity has named since `before`. */
  async prune(before: Date): Promise<void> {
    await this.knex('workflow_tags')
      .where('read_at', '<', before.toISOString())
      .delete();
  }
}
