import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  parseWorkflowArnList,
} from '@glue-pipelines/backstage-plugin-common';

const PAGE_SIZE = 500;

/** ARNs of all workflows that an entity of the catalog names. Reads as the plugin itself. */
export async function discoverWorkflows(options: {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
}): Promise<string[]> {
  const { catalog, auth, logger } = options;
  const credentials = await auth.getOwnServiceCredentials();
  const arns = new Set<string>();
  const collect = (entities: Entity[]) => {
    for (const entity of entities) {
      const { workflows, problems } = parseWorkflowArnList(
        entity.metadata.annotations?.[GLUE_WORKFLOW_ARN_ANNOTATION],
      );
      workflows.forEach(workflow => arns.add(workflow.arn));
      for (const problem of problems) {
        logger.warn(
          `Annotation ${GLUE_WORKFLOW_ARN_ANNOTATION} of ${stringifyEntityRef(entity)}: ${problem}`,
        );
      }
    }
  };

  let page = await catalog.queryEntities(
    {
      filter: {
        [`metadata.annotations.${GLUE_WORKFLOW_ARN_ANNOTATION}`]:
          CATALOG_FILTER_EXISTS,
      },
      fields: [
        'kind',
        'metadata.namespace',
        'metadata.name',
        'metadata.annotations',
      ],
      limit: PAGE_SIZE,
    },
    { credentials },
  );
  collect(page.items);
  while (page.pageInfo.nextCursor) {
    page = await catalog.queryEntities(
      { cursor: page.pageInfo.nextCursor, limit: PAGE_SIZE },
      { credentials },
    );
    collect(page.items);
  }
  return [...arns];
}
