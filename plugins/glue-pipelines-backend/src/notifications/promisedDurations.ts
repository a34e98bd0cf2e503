import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  longestRunOf,
  parseWorkflowArnList,
  PROMISE_KEYS,
  promiseTexts,
} from '@glue-pipelines/backstage-plugin-common';
import { namingEntities } from '../collector/namingEntities';
import { ActiveRun } from '../database/WorkflowSummaries';
import { WorkflowOwners } from '../service/WorkflowOwners';

/**
 * The longest that runs take by promise, in seconds by the ARN of their
 * workflow: that of the entity to which it belongs, or of its own tag.
 */
export async function promisedDurations(
  runs: readonly ActiveRun[],
  options: {
    owners: WorkflowOwners;
    catalog: CatalogService;
    auth: AuthService;
  },
): Promise<Map<string, number>> {
  const { owners } = options;
  const promised = new Map(
    runs.flatMap(({ arn, promises }): [string, number][] => {
      const seconds = longestRunOf(promises);
      return seconds === undefined ? [] : [[arn, seconds]];
    }),
  );
  const arns = [...new Set(runs.map(({ arn }) => arn))];
  if (arns.length === 0) {
    return promised;
  }
  const belongs = await owners.knownOwners(arns);
  for await (const entity of namingEntities(options, PROMISE_KEYS.longestRun)) {
    const { annotations = {} } = entity.metadata;
    const seconds = longestRunOf(promiseTexts(annotations));
    const { workflows } = parseWorkflowArnList(
      annotations[GLUE_WORKFLOW_ARN_ANNOTATION],
    );
    for (const { arn } of workflows) {
      if (seconds !== undefined && belongs(stringifyEntityRef(entity), arn)) {
        promised.set(arn, seconds);
      }
    }
  }
  return promised;
}
