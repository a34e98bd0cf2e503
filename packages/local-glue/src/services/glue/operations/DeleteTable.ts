import type {
  DeleteTableRequest,
  DeleteTableResponse,
} from '@aws-sdk/client-glue';
import { refuseTransactions } from '../catalog/refuseTransactions';
import { glueOperation } from '../operation';
import { requireTable } from '../store/requireTable';
import { transactionId } from '../validation/catalog';
import { catalogId, name } from '../validation/common';
import { structure } from '../../../protocol/shape';

/** Deletes its versions and partitions too. Its files stay. */
export const DeleteTable = glueOperation<
  DeleteTableRequest,
  DeleteTableResponse
>({
  name: 'DeleteTable',
  input: structure(
    { DatabaseName: name, Name: name },
    { CatalogId: catalogId, TransactionId: transactionId },
  ),
  handle(input, context) {
    refuseTransactions(input);
    const { store } = context;
    store.transaction(() => {
      const table = requireTable(store, input.DatabaseName, input.Name);
      store.catalog.deleteTable(table.DatabaseName, table.Name);
    });
    return {};
  },
});
