import type {
  BatchGetPartitionRequest,
  BatchGetPartitionResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { requireTable } from '../store/requireTable';
import {
  auditContext,
  partitionValueList,
  querySessionContext,
  tableMembers,
} from '../validation/catalog';
import { catalogId } from '../validation/common';
import { list, structure } from '../../../protocol/shape';

/**
 * Partitions that do not exist are left out, as Glue leaves them out though it
 * does not document it: clients ask again for UnprocessedKeys until there are
 * none, and here every key is processed.
 */
export const BatchGetPartition = glueOperation<
  BatchGetPartitionRequest,
  BatchGetPartitionResponse
>({
  name: 'BatchGetPartition',
  input: structure(
    {
      ...tableMembers,
      PartitionsToGet: list(partitionValueList, { max: 1000 }),
    },
    {
      CatalogId: catalogId,
      AuditContext: auditContext,
      QuerySessionContext: querySessionContext,
    },
  ),
  handle({ DatabaseName, TableName, PartitionsToGet }, context) {
    const { store } = context;
    const table = requireTable(store, DatabaseName, TableName);
    return {
      Partitions: PartitionsToGet.flatMap(
        ({ Values }) =>
          store.catalog.partition(table.DatabaseName, table.Name, Values) ?? [],
      ),
      UnprocessedKeys: [],
    };
  },
});
