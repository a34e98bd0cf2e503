import { Service } from '../../protocol/operation';
import { createNamespace } from './operations/createNamespace';
import { createWorkgroup } from './operations/createWorkgroup';
import { deleteNamespace } from './operations/deleteNamespace';
import { deleteWorkgroup } from './operations/deleteWorkgroup';
import { getNamespace } from './operations/getNamespace';
import { getWorkgroup } from './operations/getWorkgroup';
import { listNamespaces } from './operations/listNamespaces';
import { listWorkgroups } from './operations/listWorkgroups';
import { updateNamespace } from './operations/updateNamespace';
import { updateWorkgroup } from './operations/updateWorkgroup';

export const redshiftServerlessService: Service = {
  id: 'redshift-serverless',
  protocol: 'aws-json-1.1',
  targetPrefix: 'RedshiftServerless',
  timestampFormat: 'date-time',
  operations: [
    createNamespace,
    createWorkgroup,
    deleteNamespace,
    deleteWorkgroup,
    getNamespace,
    getWorkgroup,
    listNamespaces,
    listWorkgroups,
    updateNamespace,
    updateWorkgroup,
  ],
};
