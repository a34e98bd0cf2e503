import { ServerContext } from '../../server/context';
import { validationError } from './errors';
import { RedshiftResources } from './RedshiftResources';

/** The members with which every operation of the Data API names a database. */
export interface TargetInput {
  ClusterIdentifier?: string;
  WorkgroupName?: string;
  Database?: string;
  DbUser?: string;
  SecretArn?: string;
}

/** A workgroup that is always there: the warehouse of this machine itself. */
const ownWorkgroup = 'local-glue';

/**
 * Throws a ValidationException unless the input names one cluster or
 * workgroup that exists, and a database. All lead to the same warehouse;
 * secrets and users are not checked.
 */
export function checkTarget(
  input: TargetInput,
  { database }: ServerContext,
): void {
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
  // A workgroup may be named by its ARN too, which ends with its id.
  const [kind, name] = ClusterIdentifier
    ? (['cluster', ClusterIdentifier] as const)
    : (['workgroup', WorkgroupName ?? ''] as const);
  const resources = new RedshiftResources<Record<string, unknown>>(
    database,
    kind,
  );
  const exists =
    resources.get(name) !== undefined ||
    (kind === 'workgroup' &&
      (name === ownWorkgroup ||
        resources.list().some(({ workgroupArn }) => workgroupArn === name)));
  if (!exists) {
    throw validationError(
      `Redshift endpoint doesn't exist in this region: there is no ${kind} "${name}".`,
    );
  }
}
