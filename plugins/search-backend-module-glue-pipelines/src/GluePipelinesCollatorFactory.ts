import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  FleetItem,
  FleetResponse,
  GLUE_PIPELINES_SEARCH_TYPE,
  GluePipelineDocument,
} from '@glue-pipelines/backstage-plugin-common';
import { Readable } from 'node:stream';

const PAGE_SIZE = 100;

/**
 * Lists the workflows of all entities for the search. What a document says is
 * in the catalog, so whoever may read the entity may find it. How a pipeline
 * is changes by the minute and has a permission of its own: that is no part of
 * the document, it is asked for when the result is shown.
 */
export class GluePipelinesCollatorFactory implements DocumentCollatorFactory {
  readonly type = GLUE_PIPELINES_SEARCH_TYPE;
  readonly visibilityPermission = catalogEntityReadPermission;

  constructor(
    private readonly options: {
      auth: AuthService;
      discovery: DiscoveryService;
    },
  ) {}

  async getCollator(): Promise<Readable> {
    return Readable.from(this.documents());
  }

  private async *documents(): AsyncGenerator<GluePipelineDocument> {
    let offset = 0;
    let total = 0;
    do {
      const page = await this.read(offset);
      yield* page.items.map(documentOf);
      ({ total } = page);
      offset += PAGE_SIZE;
    } while (offset < total);
  }

  /** @throws ResponseError where the back end refuses: the index then stays as it was */
  private async read(offset: number): Promise<FleetResponse> {
    const { auth, discovery } = this.options;
    const url = await discovery.getBaseUrl('glue-pipelines');
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'glue-pipelines',
    });
    const response = await fetch(
      `${url}/v1/fleet?sort=name&limit=${PAGE_SIZE}&offset=${offset}`,
      { headers: { Authorization: `Bearer ${token}` } },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function documentOf(item: FleetItem): GluePipelineDocument {
  const { kind, namespace, name } = parseEntityRef(item.entityRef);
  const page = [namespace, kind, name].map(encodeURIComponent).join('/');
  const { arn, entityRef, owner, system } = item;
  return {
    title: item.name,
    text: [
      'AWS Glue pipeline',
      item.entityTitle,
      entityRef,
      owner,
      system,
      ...item.tags,
      item.accountId,
      item.region,
    ]
      .filter(Boolean)
      .join(' '),
    location: `/catalog/${page}/glue?workflow=${encodeURIComponent(arn)}`,
    arn,
    entityRef,
    owner,
    authorization: { resourceRef: entityRef },
  };
}
