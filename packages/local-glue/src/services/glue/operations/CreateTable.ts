import type {
  CreateTableRequest,
  CreateTableResponse,
} from '@aws-sdk/client-glue';
import { createPartitionIndex } from '../catalog/partitionIndexes';
import { refuseForeign } from '../catalog/refuseForeign';
import { refuseTransactions } from '../catalog/refuseTransactions';
import { alreadyExists, invalidInput } from '../errors';
import { glueOperation } from '../operation';
import { catalogName } from '../store/CatalogStore';
import { requireDatabase } from '../store/requireTable';
import {
  partitionIndex,
  tableInput,
  transactionId,
} from '../validation/catalog';
import { catalogId, name } from '../validation/common';
import { document, list, structure } from '../../../protocol/shape';

export const CreateTable = glueOperation<
  CreateTableRequest,
  CreateTableResponse
>({
  name: 'CreateTable',
  input: structure(
    { DatabaseName: name },
    {
      CatalogId: catalogId,
      Name: name,
      TableInput: tableInput,
      PartitionIndexes: list(partitionIndex, { max: 3 }),
      TransactionId: transactionId,
      OpenTableFormatInput: document(),
    },
  ),
  handle(input, context) {
    const { DatabaseName, TableInput, PartitionIndexes = [] } = input;
    refuseTransactions(input);
    if (input.OpenTableFormatInput) {
      throw invalidInput(
        'local-glue does not create Iceberg tables (OpenTableFormatInput).',
      );
    }
    if (!TableInput) {
      throw invalidInput("Value at 'TableInput' is not valid: it is required.");
    }
    refuseForeign(TableInput);
    const { store } = context;
    store.transaction(() => {
      const database = requireDatabase(store, DatabaseName);
      const Name = catalogName(TableInput.Name);
      if (store.catalog.table(database.Name, Name)) {
        throw alreadyExists('Table', `${database.Name}.${Name}`);
      }
      const now = new Date();
      const table = {
        ...TableInput,
        Name,
        DatabaseName: database.Name,
        Retention: TableInput.Retention ?? 0,
        CreateTime: now,
        UpdateTime: now,
        CatalogId: context.accountId,
        IsRegisteredWithLakeFormation: false,
      };
      store.catalog.createTable(table);
      for (const index of PartitionIndexes) {
        createPartitionIndex(store, table, index);
      }
    });
    return {};
  },
});
