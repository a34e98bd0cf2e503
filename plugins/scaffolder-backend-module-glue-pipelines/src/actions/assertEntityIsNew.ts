import type { AuthService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** @throws ConflictError where the catalog has an entity of the name */
export async function assertEntityIsNew(
  entityRef: string,
  { auth, catalog }: { auth: AuthService; catalog: CatalogService },
) {
  // With the portal's own eyes: a name is also taken by what the user may not see.
  const credentials = await auth.getOwnServiceCredentials();
  if (await catalog.getEntityByRef(entityRef, { credentials })) {
    throw new ConflictError(
      `name: the catalog has ${entityRef} already: choose another name`,
    );
  }
}
