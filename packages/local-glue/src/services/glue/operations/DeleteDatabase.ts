import type {
  DeleteDatabaseRequest,
  DeleteDatabaseResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { requireDatabase } from '../store/requireTable';
import { untagDeleted } from '../tagged';
import { catalogId, name } from '../validation/common';
import { structure } from '../../../protocol/shape';

/** Deletes its tables and their partitions too. */
export const DeleteDatabase = glueOperation<
  DeleteDatabaseRequest,
  DeleteDatabaseResponse
>({
  name: 'DeleteDatabase',
  input: structure({ Name: name }, { CatalogId: catalogId }),
  handle({ Name }, context) {
    const { store } = context;
    store.transaction(() => {
      const database = requireDatabase(store, Name);
      store.databases.delete(database.Name);
      untagDeleted(context, 'database', database.Name);
    });
    return {};
  },
});
