import { ActionDeps, callerOf, ENTITY_REF, WORKFLOW_ARN } from './ActionDeps';

/** Ends a run early. */
export function registerStopRun(deps: ActionDeps) {
  deps.registry.register({
    name: 'stop-glue-run',
    title: 'Stop a run of a Glue workflow',
    description:
      'Ends a run of an AWS Glue workflow before it has ended by itself. Nothing of it is taken back: what its jobs have written stays.',
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(ENTITY_REF),
          workflowArn: z.string().describe(WORKFLOW_ARN),
          runId: z.string(),
        }),
      output: z => z.object({ runId: z.string() }),
    },
    attributes: { readOnly: false, destructive: true, idempotent: true },
    action: async ({ input, credentials }) => {
      await deps.writes.stop(callerOf(deps, credentials), input);
      return { output: { runId: input.runId } };
    },
  });
}
