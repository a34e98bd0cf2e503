import { Operation } from '../../../protocol/operation';
import { checkMembers } from '../../../protocol/checkMembers';
import { Cluster, clusterOutput, clusters, findCluster } from '../Cluster';

interface Input {
  ClusterIdentifier: string;
  NodeType?: string;
  NumberOfNodes?: number | string;
  Port?: number | string;
  Encrypted?: boolean | string;
  PubliclyAccessible?: boolean | string;
}

/** Changes the members that are given; the databases stay. */
export const modifyCluster: Operation<Input> = {
  name: 'ModifyCluster',
  handle(input, context) {
    checkMembers(
      { ...input },
      { ClusterIdentifier: 'string!', NodeType: 'string' },
      'InvalidParameterValue',
    );
    const before = findCluster(context, input.ClusterIdentifier);
    const truth = (given: boolean | string | undefined, old: boolean) =>
      given === undefined ? old : String(given) === 'true';
    const cluster: Cluster = {
      ...before,
      NodeType: input.NodeType ?? before.NodeType,
      NumberOfNodes: Number(input.NumberOfNodes ?? before.NumberOfNodes),
      Port: Number(input.Port ?? before.Port),
      Encrypted: truth(input.Encrypted, before.Encrypted),
      PubliclyAccessible: truth(
        input.PubliclyAccessible,
        before.PubliclyAccessible,
      ),
    };
    clusters(context).put(input.ClusterIdentifier, cluster);
    return { Cluster: clusterOutput(cluster, context) };
  },
};
