import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  parseWorkflowArnList,
  WORKFLOW_ENTITY_TAG,
} from '@glue-pipelines/backstage-plugin-common';
import { WorkflowFacts } from '../discovery/Lineage';
import { LOCATION_TYPE } from './envelope';

const PAGE_SIZE = 500;
const REFS_PER_CALL = 100;
const FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.annotations',
];

/**
 * Which entities of the catalog stand for workflows without having been
 * discovered: those whose annotation has the workflow's ARN, and the one that
 * the workflow names in its tag. Reads as the catalog itself.
 */
export async function readHandWritten(
  services: { catalog: CatalogService; auth: AuthService },
  workflows: WorkflowFacts[],
): Promise<(facts: WorkflowFacts) => string[]> {
  const { catalog, auth } = services;
  const credentials = await auth.getOwnServiceCredentials();
  const byArn = new Map<string, string[]>();
  const collect = (entities: Entity[]) => {
    for (const entity of entities.filter(isHandWritten)) {
      const { workflows: named } = parseWorkflowArnList(
        entity.metadata.annotations?.[GLUE_WORKFLOW_ARN_ANNOTATION],
      );
      for (const { arn } of named) {
        byArn.set(arn, [...(byArn.get(arn) ?? []), stringifyEntityRef(entity)]);
      }
    }
  };
  let page = await catalog.queryEntities(
    {
      filter: {
        [`metadata.annotations.${GLUE_WORKFLOW_ARN_ANNOTATION}`]:
          CATALOG_FILTER_EXISTS,
      },
      fields: FIELDS,
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

  const tagged = [...new Set(workflows.flatMap(facts => tagOf(facts) ?? []))];
  const byTag = new Set<string>();
  for (let from = 0; from < tagged.length; from += REFS_PER_CALL) {
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: tagged.slice(from, from + REFS_PER_CALL), fields: FIELDS },
      { credentials },
    );
    items
      .filter(entity => entity !== undefined)
      .filter(isHandWritten)
      .forEach(entity => byTag.add(stringifyEntityRef(entity)));
  }
  return facts => {
    const tag = tagOf(facts);
    return [
      ...new Set([
        ...(byArn.get(facts.arn) ?? []),
        ...(tag && byTag.has(tag) ? [tag] : []),
      ]),
    ].sort();
  };
}

function isHandWritten({ metadata }: Entity): boolean {
  const origin = metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
  return !origin?.startsWith(`${LOCATION_TYPE}:`);
}

/** The full entity ref in a workflow's tag; undefined for anything else. */
function tagOf({ tags }: WorkflowFacts): string | undefined {
  const tag = tags[WORKFLOW_ENTITY_TAG]?.trim().toLocaleLowerCase('en-US');
  return tag && /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(tag) ? tag : undefined;
}
