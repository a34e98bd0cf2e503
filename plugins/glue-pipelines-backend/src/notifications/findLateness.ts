import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  FRESHNESS_ANNOTATION,
  FreshnessPromise,
  GLUE_WORKFLOW_ARN_ANNOTATION,
  InvalidFreshnessError,
  judgeFreshness,
  parseFreshness,
  parseWorkflowArnList,
} from '@glue-pipelines/backstage-plugin-common';
import { WorkflowSummaries } from '../database/WorkflowSummaries';
import { WorkflowOwners } from '../service/WorkflowOwners';
import { Notice } from './Notice';

/**
 * Promises of an entity that are broken, of the workflows that belong to it. A
 * workflow that never succeeded has broken none: of its failures its owner is
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
  const text = annotations[FRESHNESS_ANNOTATION];
  let promise: FreshnessPromise;
  try {
    promise = parseFreshness(text);
  } catch (error) {
    if (!(error instanceof InvalidFreshnessError)) {
      throw error;
    }
    logger.warn(
      `Annotation ${FRESHNESS_ANNOTATION} of ${entityRef}: ${error.message}`,
    );
    return [];
  }
  const { workflows } = parseWorkflowArnList(
    annotations[GLUE_WORKFLOW_ARN_ANNOTATION],
  );
  const owned = await owners.ownedBy(entityRef, workflows);
  return (await summaries.get([...owned])).flatMap(summary => {
    const { arn, lastSuccessAt, lastHealth } = summary;
    const late = judgeFreshness(promise, summary, now).state === 'late';
    return late && lastSuccessAt
      ? {
          workflowArn: arn,
          kind: 'lateness' as const,
          occasion: lastSuccessAt,
          happenedAt: now.toISOString(),
          details: { promise: text.trim(), lastSuccessAt, health: lastHealth },
        }
      : [];
  });
}
