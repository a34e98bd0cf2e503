import type { RedshiftDataDependencies } from './dependencies';
import { Warehouse } from '../../warehouse/Warehouse';
import { ownWorkgroup, WarehouseOwner } from '../../warehouse/Warehouses';
import { validationError } from './errors';

/** The members with which every operation of the Data API names a database. */
export interface TargetInput {
  ClusterIdentifier?: string;
  WorkgroupName?: string;
  Database?: string;
  DbUser?: string;
  SecretArn?: string;
}

/** Where names of warehouses are looked up. */
type Targets = Pick<RedshiftDataDependencies, 'names' | 'warehouses'>;

type Names = Pick<TargetInput, 'ClusterIdentifier' | 'WorkgroupName'>;

/**
 * Throws a ValidationException unless the input names one cluster or
 * workgroup that exists, and a database. Secrets and users are not checked.
 */
export function checkTarget(input: TargetInput, context: Targets): void {
  const { ClusterIdentifier, WorkgroupName } = input;
  if (!input.Database) {
    throw validationError(
      'Database is required: no database is set by a secret or a session.',
    );
  }
  if (Boolean(ClusterIdentifier) === Boolean(WorkgroupName)) {
    throw validationError(
      `Name either a ClusterIdentifier or a WorkgroupName; the workgroup "${ownWorkgroup}" is always there.`,
    );
  }
  ownerOf(input, context);
}

/** The warehouse of the cluster or workgroup. Rejects with a ValidationException when there is none of the name. */
export async function warehouseOf(
  names: Names,
  context: Targets,
): Promise<Warehouse> {
  const owner = ownerOf(names, context);
  return owner === ownWorkgroup
    ? context.warehouses.own
    : context.warehouses.of(owner);
}

function ownerOf(
  { ClusterIdentifier, WorkgroupName = '' }: Names,
  { names }: Targets,
): WarehouseOwner | typeof ownWorkgroup {
  if (ClusterIdentifier) {
    const cluster = names
      .clusters()
      .find(({ name }) => name === ClusterIdentifier);
    if (!cluster) throw noEndpoint('cluster', ClusterIdentifier);
    return cluster.owner;
  }
  if (WorkgroupName === ownWorkgroup) return ownWorkgroup;
  // A workgroup may be named by its ARN too, which ends with its id.
  const workgroup = names
    .workgroups()
    .find(({ name, arns }) => [name, ...arns].includes(WorkgroupName));
  if (!workgroup) throw noEndpoint('workgroup', WorkgroupName);
  return workgroup.owner;
}

function noEndpoint(kind: string, name: string) {
  return validationError(
    `Redshift endpoint doesn't exist in this region: there is no ${kind} "${name}".`,
  );
}
