import { gluePipelinesRunReadPermission } from '@glue-pipelines/backstage-plugin-common';
import { workflowOf } from '../service/EntityWorkflows';
import { fromCursor } from '../service/runCursor';
import {
  ActionDeps,
  COLLECTED_AT,
  ENTITY_REF,
  WORKFLOW_ARN,
} from './ActionDeps';

const RUNS = 25;

/** The runs of a workflow, newest first. */
export function registerListRuns({ registry, entities, service }: ActionDeps) {
  registry.register({
    name: 'list-glue-runs',
    title: 'List runs of a Glue workflow',
    description:
      'Lists the runs of an AWS Glue workflow, newest first, with what became of each and which node failed first. Give the nextCursor of an answer to go on.',
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(ENTITY_REF),
          workflowArn: z.string().describe(WORKFLOW_ARN),
          limit: z.number().int().min(1).max(100).optional(),
          cursor: z.string().optional(),
        }),
      output: z =>
        z.object({
          runs: z.array(
            z.object({
              id: z.string(),
              health: z.string(),
              startedAt: z.string().optional(),
              durationSeconds: z.number().optional(),
              startedBy: z.string().optional(),
              failedNode: z.string().optional(),
            }),
          ),
          nextCursor: z.string().optional(),
          collectedAt: z.string().optional().describe(COLLECTED_AT),
        }),
    },
    attributes: { readOnly: true, destructive: false, idempotent: true },
    action: async ({ input, credentials }) => {
      const entity = await entities.authorize(
        credentials,
        input.entityRef,
        gluePipelinesRunReadPermission,
      );
      const { items, nextCursor, collectedAt } = await service.listRuns(
        entity.entityRef,
        workflowOf(entity, input.workflowArn),
        {
          limit: input.limit ?? RUNS,
          after:
            input.cursor === undefined ? undefined : fromCursor(input.cursor),
        },
      );
      return {
        output: {
          runs: items.map(run => ({
            id: run.id,
            health: run.health,
            startedAt: run.startedAt,
            durationSeconds: run.durationSeconds,
            startedBy: run.startedBy,
            failedNode: run.failure?.nodeName,
          })),
          nextCursor,
          collectedAt,
        },
      };
    },
  });
}
