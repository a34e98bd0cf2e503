import type {
  BatchDeleteTableRequest,
  BatchDeleteTableResponse,
  TableError,
} from '@aws-sdk/client-glue';
import { refuseTransactions } from '../catalog/refuseTransactions';
import { glueOperation } from '../operation';
import { errorDetail } from '../outputs/errorDetail';
import { requireDatabase, requireTable } from '../store/requireTable';
import { transactionId } from '../validation/catalog';
import { catalogId, name } from '../validation/common';
import { list, structure } from '../../../protocol/shape';

/** Tables that do not exist are named in Errors; the others are deleted. */
export const BatchDeleteTable = glueOperation<
  BatchDeleteTableRequest,
  BatchDeleteTableResponse
>({
  name: 'BatchDeleteTable',
  input: structure(
    { DatabaseName: name, TablesToDelete: list(name, { max: 100 }) },
    { CatalogId: catalogId, TransactionId: transactionId },
  ),
  handle({ DatabaseName, TablesToDelete, ...input }, context) {
    refuseTransactions(input);
    const { store } = context;
    return store.transaction(() => {
      const database = requireDatabase(store, DatabaseName);
      const Errors: TableError[] = [];
      for (const TableName of TablesToDelete) {
        try {
          const table = requireTable(store, database.Name, TableName);
          store.catalog.deleteTable(database.Name, table.Name);
        } catch (error) {
          Errors.push({ TableName, ErrorDetail: errorDetail(error) });
        }
      }
      return { Errors };
    });
  },
});
