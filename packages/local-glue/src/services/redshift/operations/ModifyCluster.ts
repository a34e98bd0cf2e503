import { redshiftOperation } from '../operation';
import { checkMembers } from '../../../protocol/checkMembers';
import { Cluster, clusterOutput, findCluster } from '../Cluster';

interface Input {
  ClusterIdentifier: string;
  NodeType?: string;
  NumberOfNodes?: number | string;
  Port?: number | string;
  Encrypted?: boolean | string;
  PubliclyAccessible?: boolean | string;
}

/** Changes the members that are given; the databases stay. */
export const ModifyCluster = redshiftOperation<Input>({
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
    context.clusters.put(input.ClusterIdentifier, cluster);
    return { Cluster: clusterOutput(cluster, context) };
  },
});
