import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isReadPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import { RESOURCE_TYPE_SCAFFOLDER_TASK } from '@backstage/plugin-scaffolder-common/alpha';
import {
  gluePipelinesCollectorReadPermission,
  gluePipelinesWarehouseReadPermission,
} from '@glue-pipelines/backstage-plugin-common';

/** What everybody needs to create a pipeline: nothing that exists changes by it. */
const FOR_EVERYBODY = new Set([
  'catalog.entity.create',
  'catalog.entity.validate',
  'catalog.location.analyze',
  'catalog.location.create',
  'scaffolder.action.execute',
  'scaffolder.task.create',
]);

/**
 * Not for everybody, although its action is `read`: what reads data, and not
 * how things are, is for owners; what tells of the accounts of all teams has no
 * owner, and is for the platform team.
 */
const NOT_FOR_EVERYBODY = new Set([
  gluePipelinesWarehouseReadPermission.name,
  gluePipelinesCollectorReadPermission.name,
]);

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * Who is signed in reads how everything is and creates new things; who owns an
 * entity acts on it, which includes starting its workflows, and reads the data
 * behind it; a platform team does everything, and alone sees how the collector
 * is. Tasks of the scaffolder, whose input may be private, are for who created
 * them.
 */
export class OwnersActPolicy implements PermissionPolicy {
  /** @param platformTeams entity refs of groups and users, e.g. `group:default/data-platform` */
  constructor(private readonly platformTeams: ReadonlySet<string>) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return DENY;
    }
    const { userEntityRef, ownershipEntityRefs } = user.info;
    if (ownershipEntityRefs.some(ref => this.platformTeams.has(ref))) {
      return ALLOW;
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_SCAFFOLDER_TASK)) {
      return createScaffolderTaskConditionalDecision(
        permission,
        scaffolderTaskConditions.isTaskOwner({ createdBy: [userEntityRef] }),
      );
    }
    const readsState =
      isReadPermission(permission) && !NOT_FOR_EVERYBODY.has(permission.name);
    if (readsState || FOR_EVERYBODY.has(permission.name)) {
      return ALLOW;
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims: ownershipEntityRefs }),
      );
    }
    return DENY;
  }
}
