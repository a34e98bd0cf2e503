import { randomUUID } from 'node:crypto';
import { AwsError } from '../../../base/AwsError';
import { redshiftOperation } from '../operation';
import { checkMembers } from '../../../protocol/checkMembers';
import { Cluster, clusterOutput, clusterWarehouse } from '../Cluster';

/** The query protocol carries numbers and truth values as text, the deployment as they are. */
interface Input {
  ClusterIdentifier: string;
  NodeType: string;
  MasterUsername: string;
  DBName?: string;
  NumberOfNodes?: number | string;
  Port?: number | string;
  Encrypted?: boolean | string;
  PubliclyAccessible?: boolean | string;
}

/** Also makes the cluster's warehouse, with its first database. */
export const CreateCluster = redshiftOperation<Input>({
  name: 'CreateCluster',
  async handle(input, context) {
    checkMembers(
      { ...input },
      {
        ClusterIdentifier: 'string!',
        NodeType: 'string!',
        MasterUsername: 'string!',
        DBName: 'string',
      },
      'InvalidParameterValue',
    );
    const { ClusterIdentifier, DBName = 'dev' } = input;
    if (!/^[a-z](?:-?[a-z0-9]){0,62}$/.test(ClusterIdentifier)) {
      throw new AwsError(
        'InvalidParameterValue',
        `ClusterIdentifier is "${ClusterIdentifier}": use up to 63 lower case letters, digits and single hyphens, beginning with a letter.`,
      );
    }
    if (context.clusters.get(ClusterIdentifier)) {
      throw new AwsError(
        'ClusterAlreadyExists',
        `The cluster "${ClusterIdentifier}" exists already.`,
      );
    }
    const cluster: Cluster = {
      ClusterIdentifier,
      ClusterNamespaceArn: `arn:aws:redshift:${context.region}:${context.accountId}:namespace:${randomUUID()}`,
      NodeType: input.NodeType,
      NumberOfNodes: Number(input.NumberOfNodes ?? 1),
      MasterUsername: input.MasterUsername,
      DBName,
      Port: Number(input.Port ?? 5439),
      Encrypted: String(input.Encrypted) === 'true',
      PubliclyAccessible: String(input.PubliclyAccessible) === 'true',
      createdAt: Date.now(),
    };
    try {
      await context.warehouses.create(clusterWarehouse(cluster));
    } catch (error) {
      throw new AwsError(
        'InvalidParameterValue',
        `DBName: ${(error as Error).message}`,
      );
    }
    context.clusters.put(ClusterIdentifier, cluster);
    return { Cluster: clusterOutput(cluster, context) };
  },
});
