import {
  failedNodes,
  gluePipelinesRunReadPermission,
  isResumable,
  nodesThatRunAgain,
  RunDetail,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { workflowOf } from '../service/EntityWorkflows';
import {
  ActionDeps,
  COLLECTED_AT,
  ENTITY_REF,
  WORKFLOW_ARN,
} from './ActionDeps';

/** One run: what its nodes did, why they failed, what changed, and what a resume would do. */
export function registerGetRun({ registry, entities, service }: ActionDeps) {
  registry.register({
    name: 'get-glue-run',
    title: 'Get a run of a Glue workflow',
    description:
      'Tells what each job and crawler of a run of an AWS Glue workflow did; of those that failed the error, the known cause and the remedy; what is different from the last run that succeeded; and what would run again if the run were resumed from them. An error that is not recognised has no cause: say so instead of guessing.',
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(ENTITY_REF),
          workflowArn: z.string().describe(WORKFLOW_ARN),
          runId: z.string().describe('As list-glue-runs gives it'),
        }),
      output: z =>
        z.object({
          id: z.string(),
          health: z.string(),
          startedAt: z.string().optional(),
          durationSeconds: z.number().optional(),
          previousRunId: z
            .string()
            .optional()
            .describe('The run that this one resumed'),
          nodes: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              type: z.string(),
              state: z.string(),
              attempt: z
                .string()
                .optional()
                .describe('Its newest, as get-glue-logs takes it'),
              error: z.string().optional(),
              cause: z
                .object({
                  id: z.string(),
                  title: z.string(),
                  remedy: z.string(),
                  documentation: z.string().optional(),
                })
                .optional(),
            }),
          ),
          quality: z
            .object({
              rows: z.number(),
              rules: z.array(
                z.object({
                  kind: z.string(),
                  name: z.string().optional(),
                  columns: z.string().optional(),
                  outcome: z
                    .string()
                    .describe(
                      'passed, failed (nothing was loaded), warned, quarantined (such rows were set aside), unknown (nothing to compare with)',
                    ),
                  rows: z.number().describe('How many rows it judged'),
                  measured: z
                    .number()
                    .optional()
                    .describe(
                      'Rows of rowCount, percent of rowCountChange, share of completeness, hours of freshness; of others the rows that do not meet it',
                    ),
                  min: z.number().optional(),
                  max: z.number().optional(),
                }),
              ),
              quarantined: z.number().optional(),
              quarantine: z.string().optional(),
            })
            .optional()
            .describe(
              'What the run found of the rules that its result must meet, where it tells',
            ),
          resume: z
            .object({
              nodeIds: z.array(z.string()),
              runsAgain: z.array(z.string()),
            })
            .optional()
            .describe(
              'What resume-glue-run takes, and which nodes would run again; absent where the run cannot be resumed',
            ),
          changes: z
            .object({
              comparedWith: z
                .string()
                .optional()
                .describe('The last run before it that succeeded, if any'),
              summary: z.string(),
              differences: z
                .array(
                  z.object({
                    kind: z.string(),
                    node: z.string().optional(),
                    field: z.string(),
                    before: z.string().optional(),
                    after: z.string().optional(),
                  }),
                )
                .describe('The likeliest explanation of a failure first'),
              unknown: z
                .array(z.string())
                .describe('What could not be compared, and why'),
              valuesWithheld: z
                .boolean()
                .optional()
                .describe(
                  'Properties and arguments are not shown through this entity, so that they may be different, too',
                ),
            })
            .describe('What is different from the last run that succeeded'),
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
      const workflow = workflowOf(entity, input.workflowArn);
      const { entityRef } = entity;
      const run = await service.getRun(entityRef, workflow, input.runId);
      const { comparedWith, summary, differences, unknown, valuesWithheld } =
        await service.getChanges(entityRef, workflow, input.runId);
      return {
        output: {
          id: run.id,
          health: run.health,
          startedAt: run.startedAt,
          durationSeconds: run.durationSeconds,
          previousRunId: run.previousRunId,
          nodes: run.graph.nodes
            .filter(({ type }) => type !== 'TRIGGER')
            .map(describeNode),
          quality: run.quality,
          resume: resumeOf(run),
          changes: {
            comparedWith: comparedWith?.runId,
            summary,
            differences,
            unknown: unknown.map(({ text }) => text),
            valuesWithheld,
          },
          collectedAt: run.collectedAt,
        },
      };
    },
  });
}

function describeNode({ id, name, type, state, attempts }: WorkflowNode) {
  const newest = attempts.at(-1);
  const failed = state === 'failed' || state === 'timed-out';
  return {
    id,
    name,
    type,
    state,
    attempt: newest && (type === 'CRAWLER' ? name : newest.id),
    error: newest?.errorMessage,
    cause: failed ? newest?.cause : undefined,
  };
}

function resumeOf(run: RunDetail) {
  const nodeIds = failedNodes(run.graph).map(({ id }) => id);
  return isResumable(run) && nodeIds.length > 0
    ? {
        nodeIds,
        runsAgain: nodesThatRunAgain(run.graph, nodeIds).map(
          ({ name }) => name,
        ),
      }
    : undefined;
}
