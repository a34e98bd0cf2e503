import { ActionDeps, callerOf, ENTITY_REF, WORKFLOW_ARN } from './ActionDeps';

/** Goes on from what failed. */
export function registerResumeRun(deps: ActionDeps) {
  deps.registry.register({
    name: 'resume-glue-run',
    title: 'Resume a run of a Glue workflow',
    description:
      'Begins a new run of an AWS Glue workflow that goes on from nodes of one that has ended without success; they run again, and what comes after them. get-glue-run tells which nodes and what would run again: show that before you resume.',
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(ENTITY_REF),
          workflowArn: z.string().describe(WORKFLOW_ARN),
          runId: z.string(),
          nodeIds: z.array(z.string()).min(1).max(100),
        }),
      output: z => z.object({ runId: z.string() }),
    },
    attributes: { readOnly: false, destructive: true, idempotent: false },
    action: async ({ input, credentials }) => ({
      output: {
        runId: await deps.writes.resume(callerOf(deps, credentials), input),
      },
    }),
  });
}
