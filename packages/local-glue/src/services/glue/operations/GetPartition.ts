import type {
  GetPartitionRequest,
  GetPartitionResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { requirePartition } from '../store/requirePartition';
import { requireTable } from '../store/requireTable';
import {
  auditContext,
  partitionValues,
  tableMembers,
} from '../validation/catalog';
import { catalogId } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const GetPartition = glueOperation<
  GetPartitionRequest,
  GetPartitionResponse
>({
  name: 'GetPartition',
  input: structure(
    { ...tableMembers, PartitionValues: partitionValues },
    { CatalogId: catalogId, AuditContext: auditContext },
  ),
  handle({ DatabaseName, TableName, PartitionValues }, context) {
    const { store } = context;
    const table = requireTable(store, DatabaseName, TableName);
    return { Partition: requirePartition(store, table, PartitionValues) };
  },
});
