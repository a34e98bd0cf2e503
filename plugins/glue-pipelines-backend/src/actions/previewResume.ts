import {
  gluePipelinesRunReadPermission,
  nodesThatRunAgain,
} from '@glue-pipelines/backstage-plugin-common';
import { ConflictError } from '@backstage/errors';
import { checkResume } from '../service/checkResume';
import { workflowOf } from '../service/EntityWorkflows';
import { ActionDeps, ENTITY_REF, WORKFLOW_ARN } from './ActionDeps';

/** What a resume from certain nodes would do. */
export function registerPreviewResume({
  registry,
  entities,
  service,
}: ActionDeps) {
  registry.register({
    name: 'preview-resume-glue-run',
    title: 'Preview a resume of a run of a Glue workflow',
    description:
      'Tells what resume-glue-run would run again, for nodes of your choice, without doing it. get-glue-run tells it for all nodes that failed.',
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(ENTITY_REF),
          workflowArn: z.string().describe(WORKFLOW_ARN),
          runId: z.string().describe('As list-glue-runs gives it'),
          nodeIds: z
            .array(z.string())
            .min(1)
            .max(100)
            .describe('Nodes that ran, as get-glue-run gives them'),
        }),
      output: z =>
        z.object({
          resumable: z.boolean(),
          notResumableBecause: z.string().optional(),
          runsAgain: z.array(z.object({ id: z.string(), name: z.string() })),
        }),
    },
    attributes: { readOnly: true, destructive: false, idempotent: true },
    action: async ({ input, credentials }) => {
      const entity = await entities.authorize(
        credentials,
        input.entityRef,
        gluePipelinesRunReadPermission,
      );
      const run = await service.getRun(
        entity.entityRef,
        workflowOf(entity, input.workflowArn),
        input.runId,
      );
      try {
        checkResume(run, input.nodeIds);
      } catch (error) {
        if (error instanceof ConflictError) {
          return {
            output: {
              resumable: false,
              notResumableBecause: error.message,
              runsAgain: [],
            },
          };
        }
        throw error;
      }
      return {
        output: {
          resumable: true,
          runsAgain: nodesThatRunAgain(run.graph, input.nodeIds).map(
            ({ id, name }) => ({ id, name }),
          ),
        },
      };
    },
  });
}
