import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { GLUE_WORKFLOW_ARN_ANNOTATION } from '@glue-pipelines/backstage-plugin-common';

const PAGE_SIZE = 500;

/**
 * All entities of the catalog that name a workflow, and have the other
 * annotations that are given. Reads as the plugin itself.
 */
export async function* namingEntities(
  { catalog, auth }: { catalog: CatalogService; auth: AuthService },
  ...annotations: string[]
): AsyncGenerator<Entity> {
  const credentials = await auth.getOwnServiceCredentials();
  let page = await catalog.queryEntities(
    {
      filter: Object.fromEntries(
        [GLUE_WORKFLOW_ARN_ANNOTATION, ...annotations].map(annotation => [
          `metadata.annotations.${annotation}`,
          CATALOG_FILTER_EXISTS,
        ]),
      ),
      fields: [
        'kind',
        'metadata.namespace',
        'metadata.name',
        'metadata.annotations',
        'relations',
      ],
      limit: PAGE_SIZE,
    },
    { credentials },
  );
  yield* page.items;
  while (page.pageInfo.nextCursor) {
    page = await catalog.queryEntities(
      { cursor: page.pageInfo.nextCursor, limit: PAGE_SIZE },
      { credentials },
    );
    yield* page.items;
  }
}
