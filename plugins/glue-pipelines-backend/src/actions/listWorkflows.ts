import {
  gluePipelinesRunReadPermission,
  gluePipelinesWorkflowReadPermission,
} from '@glue-pipelines/backstage-plugin-common';
import { ActionDeps, COLLECTED_AT, ENTITY_REF } from './ActionDeps';

/** How the workflows of an entity are. */
export function registerListWorkflows({
  registry,
  entities,
  service,
}: ActionDeps) {
  registry.register({
    name: 'list-glue-workflows',
    title: 'List Glue workflows',
    description:
      'Lists the AWS Glue workflows of a catalog entity and how they are: health of the last run, next start, and why AWS could not be read. Use it first, to learn the ARN that the other actions take.',
    schema: {
      input: z => z.object({ entityRef: z.string().describe(ENTITY_REF) }),
      output: z =>
        z.object({
          workflows: z.array(
            z.object({
              arn: z.string(),
              name: z.string(),
              health: z
                .string()
                .describe(
                  'What became of the last run; COMPLETED of AWS is never taken for success',
                ),
              lastRunId: z.string().optional(),
              nextRunAt: z.string().optional().describe('ISO 8601 in UTC'),
              collectedAt: z.string().optional().describe(COLLECTED_AT),
              collectionError: z.string().optional(),
            }),
          ),
          problems: z
            .array(z.string())
            .describe('What is wrong with the annotation of the entity'),
        }),
    },
    attributes: { readOnly: true, destructive: false, idempotent: true },
    action: async ({ input, credentials }) => {
      const entity = await entities.authorize(
        credentials,
        input.entityRef,
        gluePipelinesWorkflowReadPermission,
      );
      const { items, problems = [] } = await service.listWorkflows(entity, {
        withRuns: await entities.allows(
          credentials,
          entity.entityRef,
          gluePipelinesRunReadPermission,
        ),
      });
      return {
        output: {
          workflows: items.map(workflow => ({
            arn: workflow.arn,
            name: workflow.name,
            health: workflow.health,
            lastRunId: workflow.lastRun?.id,
            nextRunAt: workflow.startTrigger?.nextRunAt,
            collectedAt: workflow.collectedAt,
            collectionError: workflow.collectionError,
          })),
          problems,
        },
      };
    },
  });
}
