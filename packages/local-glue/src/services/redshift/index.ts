import { Service } from '../../protocol/operation';
import { createCluster } from './operations/createCluster';
import { deleteCluster } from './operations/deleteCluster';
import { describeClusters } from './operations/describeClusters';
import { modifyCluster } from './operations/modifyCluster';

export const redshiftService: Service = {
  id: 'redshift',
  protocol: 'aws-query',
  xmlNamespace: 'http://redshift.amazonaws.com/doc/2012-12-01/',
  xmlListMembers: { Clusters: 'Cluster' },
  operations: [createCluster, deleteCluster, describeClusters, modifyCluster],
};
