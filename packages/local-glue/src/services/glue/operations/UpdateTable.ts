import type {
  UpdateTableRequest,
  UpdateTableResponse,
} from '@aws-sdk/client-glue';
import { AwsError } from '../../../base/AwsError';
import { checkIndexedKeys } from '../catalog/partitionIndexes';
import { refuseForeign } from '../catalog/refuseForeign';
import { refuseTransactions } from '../catalog/refuseTransactions';
import { invalidInput } from '../errors';
import { glueOperation } from '../operation';
import { catalogName } from '../store/CatalogStore';
import { requireTable } from '../store/requireTable';
import { tableInput, transactionId } from '../validation/catalog';
import { catalogId, name, singleLine } from '../validation/common';
import { boolean, document, oneOf, structure } from '../../../protocol/shape';

/**
 * Replaces the definition, under the next version id. A table keeps its name
 * and its partitions. What Force ignores are mismatches of views, which are not
 * updated here.
 */
export const UpdateTable = glueOperation<
  UpdateTableRequest,
  UpdateTableResponse
>({
  name: 'UpdateTable',
  input: structure(
    { DatabaseName: name },
    {
      CatalogId: catalogId,
      Name: name,
      TableInput: tableInput,
      SkipArchive: boolean(),
      TransactionId: transactionId,
      VersionId: singleLine(255, 1),
      ViewUpdateAction: oneOf('ADD', 'REPLACE', 'ADD_OR_REPLACE', 'DROP'),
      Force: boolean(),
      UpdateOpenTableFormatInput: document(),
    },
  ),
  handle(input, context) {
    const { DatabaseName, Name, TableInput, SkipArchive, VersionId } = input;
    refuseTransactions(input);
    if (input.UpdateOpenTableFormatInput || input.ViewUpdateAction) {
      throw invalidInput(
        'local-glue updates neither Iceberg tables (UpdateOpenTableFormatInput) nor views (ViewUpdateAction).',
      );
    }
    if (!TableInput) {
      throw invalidInput("Value at 'TableInput' is not valid: it is required.");
    }
    refuseForeign(TableInput);
    const { store } = context;
    store.transaction(() => {
      const table = requireTable(store, DatabaseName, Name ?? TableInput.Name);
      if (catalogName(TableInput.Name) !== table.Name) {
        throw invalidInput(
          `Table ${Name} cannot be renamed to ${TableInput.Name}. Create a new one instead.`,
        );
      }
      if (VersionId !== undefined && VersionId !== table.VersionId) {
        throw new AwsError(
          'ConcurrentModificationException',
          `Table ${DatabaseName}.${table.Name} is at version ${table.VersionId}, not ${VersionId}. Read it again before updating it.`,
        );
      }
      checkIndexedKeys(store, table, TableInput.PartitionKeys ?? []);
      store.catalog.updateTable(
        {
          ...TableInput,
          Name: table.Name,
          DatabaseName: table.DatabaseName,
          Retention: TableInput.Retention ?? 0,
          CreateTime: table.CreateTime,
          UpdateTime: new Date(),
          CatalogId: table.CatalogId,
          IsRegisteredWithLakeFormation: false,
        },
        { skipArchive: SkipArchive },
      );
    });
    return {};
  },
});
