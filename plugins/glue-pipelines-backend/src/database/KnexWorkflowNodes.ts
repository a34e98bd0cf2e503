import { Knex } from 'knex';
import { WorkflowDefinition } from './RunStore';
import { WorkflowRow } from './rows';
import { storable } from './storable';

/** Rows per insert: below the limit of SQLite. */
const CHUNK = 100;

/** The most characters that the name of a job or crawler has (AWS Glue API reference, "NameString"). */
export const NODE_NAME_LENGTH = 255;

const NODE_TYPES = ['JOB', 'CRAWLER'] as const;

/** A job or crawler of an account and region. */
export interface GlueNode {
  /** As ARNs begin: `arn:aws:glue:eu-west-1:123456789012`. */
  location: string;
  type: (typeof NODE_TYPES)[number];
  name: string;
}

interface WorkflowNodeRow {
  workflow_arn: string;
  location: string;
  type: string;
  name: string;
}

/** Which workflows have a job or a crawler, by the definitions that are stored. */
export class KnexWorkflowNodes {
  constructor(private readonly knex: Knex) {}

  /** The ARNs of the workflows that an entity names and that have it. */
  async workflowsWith({ location, type, name }: GlueNode): Promise<string[]> {
    const rows = await this.knex('workflow_nodes')
      .join('workflows', 'workflows.arn', 'workflow_nodes.workflow_arn')
      .where({
        'workflow_nodes.location': location,
        'workflow_nodes.type': type,
        'workflow_nodes.name': storable(name),
        'workflows.wanted': true,
      })
      .orderBy('workflow_nodes.workflow_arn')
      .select<{ arn: string }[]>('workflow_nodes.workflow_arn AS arn');
    return rows.map(row => row.arn);
  }
}

/** Stores the jobs and crawlers of a definition in place of those before. */
export async function saveWorkflowNodes(
  trx: Knex.Transaction,
  { arn, location }: Pick<WorkflowRow, 'arn' | 'location'>,
  { graph }: WorkflowDefinition,
): Promise<void> {
  const rows = new Map<string, WorkflowNodeRow>();
  for (const { type, name } of graph.nodes) {
    if (
      NODE_TYPES.some(each => each === type) &&
      name.length <= NODE_NAME_LENGTH
    ) {
      const row = { workflow_arn: arn, location, type, name: storable(name) };
      rows.set(`${type} ${row.name}`, row);
    }
  }
  await trx<WorkflowNodeRow>('workflow_nodes')
    .where('workflow_arn', arn)
    .delete();
  await trx.batchInsert('workflow_nodes', [...rows.values()], CHUNK);
}
