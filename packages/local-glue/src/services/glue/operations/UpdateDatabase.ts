import type {
  UpdateDatabaseRequest,
  UpdateDatabaseResponse,
} from '@aws-sdk/client-glue';
import { refuseForeign } from '../catalog/refuseForeign';
import { invalidInput } from '../errors';
import { glueOperation } from '../operation';
import { catalogName } from '../store/CatalogStore';
import { requireDatabase } from '../store/requireTable';
import { databaseInput } from '../validation/catalog';
import { catalogId, name } from '../validation/common';
import { structure } from '../../../protocol/shape';

/** Replaces the definition. A database keeps its name. */
export const UpdateDatabase = glueOperation<
  UpdateDatabaseRequest,
  UpdateDatabaseResponse
>({
  name: 'UpdateDatabase',
  input: structure(
    { Name: name, DatabaseInput: databaseInput },
    { CatalogId: catalogId },
  ),
  handle({ Name, DatabaseInput }, context) {
    refuseForeign(DatabaseInput);
    const { store } = context;
    store.transaction(() => {
      const database = requireDatabase(store, Name);
      if (catalogName(DatabaseInput.Name) !== database.Name) {
        throw invalidInput(
          `Database ${Name} cannot be renamed to ${DatabaseInput.Name}. Create a new one instead.`,
        );
      }
      store.databases.put({
        ...DatabaseInput,
        Name: database.Name,
        CreateTime: database.CreateTime,
        CatalogId: database.CatalogId,
      });
    });
    return {};
  },
});
