import { ActionDeps, callerOf, ENTITY_REF, WORKFLOW_ARN } from './ActionDeps';

/** Starts a run. */
export function registerStartRun(deps: ActionDeps) {
  deps.registry.register({
    name: 'start-glue-run',
    title: 'Start a Glue workflow',
    description:
      'Starts a run of an AWS Glue workflow, which costs money and usually replaces the rows of a warehouse table. Look with list-glue-runs first whether one is under way. Properties are stored and shown: never put secrets there.',
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(ENTITY_REF),
          workflowArn: z.string().describe(WORKFLOW_ARN),
          properties: z
            .record(z.string())
            .optional()
            .describe('Run properties that differ from the defaults'),
          idempotencyKey: z
            .string()
            .optional()
            .describe(
              'Requests with the same key start one run: give one, and the same when you try again',
            ),
        }),
      output: z => z.object({ runId: z.string() }),
    },
    attributes: { readOnly: false, destructive: true, idempotent: false },
    action: async ({ input, credentials }) => ({
      output: {
        runId: await deps.writes.start(callerOf(deps, credentials), input),
      },
    }),
  });
}
