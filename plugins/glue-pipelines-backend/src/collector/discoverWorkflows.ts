import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  parseWorkflowArnList,
} from '@glue-pipelines/backstage-plugin-common';
import { namingEntities } from './namingEntities';

/** ARNs of all workflows that an entity of the catalog names. Reads as the plugin itself. */
export async function discoverWorkflows(options: {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
}): Promise<string[]> {
  const arns = new Set<string>();
  for await (const entity of namingEntities(options)) {
    const { workflows, problems } = parseWorkflowArnList(
      entity.metadata.annotations?.[GLUE_WORKFLOW_ARN_ANNOTATION],
    );
    workflows.forEach(workflow => arns.add(workflow.arn));
    for (const problem of problems) {
      options.logger.warn(
        `Annotation ${GLUE_WORKFLOW_ARN_ANNOTATION} of ${stringifyEntityRef(entity)}: ${problem}`,
      );
    }
  }
  return [...arns];
}
