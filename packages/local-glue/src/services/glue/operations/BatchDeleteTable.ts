import type {
  BatchDeleteTableRequest,
  BatchDeleteTableResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { catalogName } from '../store/CatalogStore';
import { glueStore } from '../store/GlueStore';
import { requireDatabase } from '../store/requireTable';
import { untagDeleted } from '../tagged';
import { transactionId } from '../validation/catalog';
import { catalogId, name } from '../validation/common';
import { list, structure } from '../validation/shape';

export const BatchDeleteTable = glueOperation<
  BatchDeleteTableRequest,
  BatchDeleteTableResponse
>({
  name: 'BatchDeleteTable',
  input: structure(
    { DatabaseName: name, TablesToDelete: list(name, { max: 100 }) },
    { CatalogId: catalogId, TransactionId: transactionId },
  ),
  handle({ DatabaseName, TablesToDelete }, context) {
    const store = glueStore(context);
    return store.transaction(() => {
      const database = requireDatabase(store, DatabaseName).Name;
      const missing = TablesToDelete.filter(given => {
        const tableName = catalogName(given);
        untagDeleted(context, 'table', `${database}/${tableName}`);
        return !store.catalog.deleteTable(database, tableName);
      });
      return {
        Errors: missing.map(TableName => {
          const { code, message } = entityNotFound('Table', TableName);
          return {
            TableName,
            ErrorDetail: { ErrorCode: code, ErrorMessage: message },
          };
        }),
      };
    });
  },
});
