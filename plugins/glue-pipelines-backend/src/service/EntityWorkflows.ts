import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  parseWorkflowArnList,
  WorkflowArn,
  WorkflowArnList,
} from '@glue-pipelines/backstage-plugin-common';

/** The workflows that an entity names, for somebody who may see or use them. */
export interface AuthorizedEntity extends WorkflowArnList {
  /** Normalised, e.g. `component:default/covid-hiring`. */
  entityRef: string;
  annotations: Record<string, string>;
}

/**
 * Finds the workflows of an entity and decides who may do what with them.
 * Everything is asked with the caller's credentials: who cannot read the
 * entity learns nothing of its workflows, and a workflow can be reached only
 * through an entity that names it.
 */
export class EntityWorkflows {
  constructor(
    private readonly options: {
      catalog: CatalogService;
      permissions: PermissionsService;
    },
  ) {}

  /**
   * @throws InputError for a malformed reference, NotFoundError when the caller
   * sees no such entity, NotAllowedError naming the permission that is missing
   */
  async authorize(
    credentials: BackstageCredentials,
    ref: string,
    permission: ResourcePermission,
  ): Promise<AuthorizedEntity> {
    const entity = await this.readEntity(credentials, ref);
    const entityRef = stringifyEntityRef(entity);
    if (!(await this.allows(credentials, entityRef, permission))) {
      throw new NotAllowedError(
        `You need the permission ${permission.name} for ${entityRef}`,
      );
    }
    const { annotations = {} } = entity.metadata;
    return {
      entityRef,
      annotations,
      ...parseWorkflowArnList(annotations[GLUE_WORKFLOW_ARN_ANNOTATION]),
    };
  }

  /** Whether the caller has a permission for an entity that they may see. */
  async allows(
    credentials: BackstageCredentials,
    entityRef: string,
    permission: ResourcePermission,
  ): Promise<boolean> {
    const [decision] = await this.options.permissions.authorize(
      [{ permission, resourceRef: entityRef }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  private async readEntity(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<Entity> {
    let compoundRef;
    try {
      compoundRef = parseEntityRef(ref);
    } catch (error) {
      throw new InputError(
        `entityRef: '${ref}' is not an entity reference such as component:default/covid-hiring`,
        error,
      );
    }
    const entity = await this.options.catalog.getEntityByRef(compoundRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(
        `There is no entity ${stringifyEntityRef(compoundRef)}, or you may not see it`,
      );
    }
    return entity;
  }
}

/** @throws NotFoundError naming the annotation when the entity does not name the workflow */
export function workflowOf(entity: AuthorizedEntity, arn: string): WorkflowArn {
  const workflow = entity.workflows.find(candidate => candidate.arn === arn);
  if (!workflow) {
    throw new NotFoundError(
      `${entity.entityRef} does not name the workflow ${arn} in its annotation ${GLUE_WORKFLOW_ARN_ANNOTATION}`,
    );
  }
  return workflow;
}
