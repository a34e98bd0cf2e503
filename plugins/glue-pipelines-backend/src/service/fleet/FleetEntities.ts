import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  gluePipelinesRunReadPermission,
  gluePipelinesWorkflowReadPermission,
  parseWorkflowArnList,
  PromiseTexts,
  promiseTexts,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';

const PAGE_SIZE = 500;
/** Entities per question: the permission back end takes 100 kB, its body parser's default. */
const DECISIONS = 100;
/** How long a caller's entities are remembered, in milliseconds: enough for the clicks on one page. */
const REMEMBER_MS = 5_000;
const MOST_CALLERS = 100;

/** An entity that names workflows, for a caller who may see them. */
export interface FleetEntity {
  /** Normalised, e.g. `component:default/covid-hiring`. */
  entityRef: string;
  title?: string;
  /** Entity refs. */
  owner?: string;
  system?: string;
  tags: string[];
  /** By its annotations. */
  promises: PromiseTexts;
  workflows: WorkflowArn[];
  /** Whether the caller may read runs, too. */
  withRuns: boolean;
}

export interface CallersFleet {
  entities: FleetEntity[];
  /** Workflows of entities that the caller sees without the permission to see workflows. */
  withheld: number;
}

/**
 * The entities that name workflows, as each caller sees them: asked of the
 * catalog with the caller's credentials, and of the permissions all at once.
 * Remembered for a few seconds, for the caller alone.
 */
export class FleetEntities {
  private readonly remembered = new Map<
    string,
    { until: number; fleet: Promise<CallersFleet> }
  >();

  constructor(
    private readonly options: {
      catalog: CatalogService;
      permissions: PermissionsService;
    },
  ) {}

  /** @throws errors of the catalog's and the permissions' clients */
  read(credentials: BackstageCredentials): Promise<CallersFleet> {
    // Who asks, for whom, and to what the token is restricted.
    const caller = JSON.stringify(credentials.principal);
    const now = Date.now();
    const known = this.remembered.get(caller);
    if (known && known.until > now) {
      return known.fleet;
    }
    const fleet = this.ask(credentials);
    const entry = { until: now + REMEMBER_MS, fleet };
    this.remembered.delete(caller);
    this.remembered.set(caller, entry);
    fleet.catch(() => {
      if (this.remembered.get(caller) === entry) {
        this.remembered.delete(caller);
      }
    });
    if (this.remembered.size > MOST_CALLERS) {
      const [oldest] = this.remembered.keys();
      this.remembered.delete(oldest);
    }
    return fleet;
  }

  private async ask(credentials: BackstageCredentials): Promise<CallersFleet> {
    const seen = await this.listEntities(credentials);
    const refs = seen.map(({ entityRef }) => entityRef);
    const mayRead = await this.decide(
      credentials,
      gluePipelinesWorkflowReadPermission,
      refs,
    );
    const entities = seen.filter(({ entityRef }) => mayRead.has(entityRef));
    const withRuns = await this.decide(
      credentials,
      gluePipelinesRunReadPermission,
      entities.map(({ entityRef }) => entityRef),
    );
    const all = countWorkflows(seen);
    return {
      entities: entities.map(entity => ({
        ...entity,
        withRuns: withRuns.has(entity.entityRef),
      })),
      withheld: all - countWorkflows(entities),
    };
  }

  private async listEntities(credentials: BackstageCredentials) {
    const { catalog } = this.options;
    const found: Omit<FleetEntity, 'withRuns'>[] = [];
    const collect = (entities: Entity[]) => {
      found.push(
        ...entities
          .map(toFleetEntity)
          .filter(each => each.workflows.length > 0),
      );
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
          'metadata.title',
          'metadata.annotations',
          'metadata.tags',
          'relations',
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
    return found;
  }

  /** For which entities the caller has the permission: one question, unless the policy has conditions. */
  private async decide(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    refs: string[],
  ): Promise<Set<string>> {
    const { permissions } = this.options;
    if (refs.length === 0) {
      return new Set();
    }
    const [policy] = await permissions.authorizeConditional([{ permission }], {
      credentials,
    });
    if (policy.result !== AuthorizeResult.CONDITIONAL) {
      return new Set(policy.result === AuthorizeResult.ALLOW ? refs : []);
    }
    const allowed = new Set<string>();
    for (let i = 0; i < refs.length; i += DECISIONS) {
      const chunk = refs.slice(i, i + DECISIONS);
      const decisions = await permissions.authorize(
        chunk.map(resourceRef => ({ permission, resourceRef })),
        { credentials },
      );
      decisions.forEach(({ result }, index) => {
        if (result === AuthorizeResult.ALLOW) {
          allowed.add(chunk[index]);
        }
      });
    }
    return allowed;
  }
}

export function toFleetEntity(entity: Entity): Omit<FleetEntity, 'withRuns'> {
  const { annotations = {}, title, tags = [] } = entity.metadata;
  const related = (type: string, kind = '') =>
    entity.relations?.find(
      relation => relation.type === type && relation.targetRef.startsWith(kind),
    )?.targetRef;
  return {
    entityRef: stringifyEntityRef(entity),
    title,
    owner: related(RELATION_OWNED_BY),
    system: related(RELATION_PART_OF, 'system:'),
    tags,
    promises: promiseTexts(annotations),
    workflows: parseWorkflowArnList(annotations[GLUE_WORKFLOW_ARN_ANNOTATION])
      .workflows,
  };
}

function countWorkflows(entities: Pick<FleetEntity, 'workflows'>[]) {
  return entities.reduce((sum, { workflows }) => sum + workflows.length, 0);
}
