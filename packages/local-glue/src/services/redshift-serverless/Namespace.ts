import type { RedshiftResources } from '../../store/RedshiftResources';
import { AwsError } from '../../base/AwsError';
import { WarehouseOwner } from '../../warehouse/Warehouses';

/** A namespace, as the API describes it; passwords are never kept. */
export interface Namespace {
  namespaceArn: string;
  namespaceId: string;
  namespaceName: string;
  adminUsername: string;
  dbName: string;
  defaultIamRoleArn?: string;
  iamRoles: string[];
  kmsKeyId: string;
  logExports: string[];
  status: 'AVAILABLE';
  /** Milliseconds since the epoch. */
  createdAt: number;
}

/** The databases of the namespace, which its workgroup leads to. */
export function namespaceWarehouse(namespace: Namespace): WarehouseOwner {
  return {
    kind: 'namespace',
    name: namespace.namespaceName,
    firstDatabase: namespace.dbName,
  };
}

/** Throws ResourceNotFoundException. */
export function findNamespace(
  { namespaces }: { namespaces: RedshiftResources<Namespace> },
  name: string,
): Namespace {
  const namespace = namespaces.get(name);
  if (namespace) return namespace;
  throw new AwsError(
    'ResourceNotFoundException',
    `There is no namespace "${name}".`,
  );
}

export function namespaceOutput({ createdAt, ...namespace }: Namespace) {
  return { ...namespace, creationDate: new Date(createdAt) };
}

/** Names of namespaces and workgroups (Amazon Redshift Serverless API Reference). */
export function checkServerlessName(member: string, name: string): void {
  if (/^[a-z0-9-]{3,64}$/.test(name)) return;
  throw new AwsError(
    'ValidationException',
    `The member ${member} is "${name}": use 3 to 64 lower case letters, digits and hyphens.`,
  );
}
