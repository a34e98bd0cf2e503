import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  judgePromises,
  parseWorkflowArn,
  parseWorkflowArnList,
  PROMISE_KEYS,
  promiseTexts,
} from '@glue-pipelines/backstage-plugin-common';
import { WorkflowSummaries } from '../database/WorkflowSummaries';
import { WorkflowOwners } from '../service/WorkflowOwners';
import { Notice } from './Notice';

/**
 * Promises about when runs end that are broken, of the workflows that belong to
 * an entity: by its annotations, or by their tags. A workflow that never succeeded has broken none: of its failures its owner is
 * told anyway.
 *
 * @param now the time, as all replicas have it
 */
export async function findLateness(
  entity: Entity,
  now: Date,
  options: {
    owners: WorkflowOwners;
    summaries: WorkflowSummaries;
    logger: LoggerService;
  },
): Promise<Notice[]> {
  const { owners, summaries, logger } = options;
  const { annotations = {} } = entity.metadata;
  const entityRef = stringifyEntityRef(entity);
  const annotated = promiseTexts(annotations);
  const { workflows } = parseWorkflowArnList(
    annotations[GLUE_WORKFLOW_ARN_ANNOTATION],
  );
  const promising = (
    await summaries.get(workflows.map(({ arn }) => arn))
  ).flatMap(summary => {
    const promises = { ...summary.promises, ...annotated };
    return Object.keys(promises).length > 0 ? [{ summary, promises }] : [];
  });
  // Whose they are is asked of AWS where it was never read: only where it matters.
  const owned = await owners.ownedBy(
    entityRef,
    promising.map(({ summary }) => parseWorkflowArn(summary.arn)),
  );
  return promising.flatMap(({ summary, promises }) => {
    const { arn, lastHealth } = summary;
    if (!owned.has(arn)) {
      return [];
    }
    const judged = judgePromises(promises, summary, now);
    for (const { kind, problem } of judged) {
      if (problem) {
        logger.warn(`${PROMISE_KEYS[kind]} of ${entityRef}: ${problem}`);
      }
    }
    const [first] = judged;
    return first?.state === 'late' && first.lastSuccessAt
      ? {
          workflowArn: arn,
          kind: 'lateness' as const,
          occasion: first.lastSuccessAt,
          happenedAt: now.toISOString(),
          details: {
            promise: first.promise,
            promiseKind: first.kind,
            lastSuccessAt: first.lastSuccessAt,
            health: lastHealth,
          },
        }
      : [];
  });
}
