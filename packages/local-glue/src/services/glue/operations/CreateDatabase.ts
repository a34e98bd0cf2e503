import type {
  CreateDatabaseRequest,
  CreateDatabaseResponse,
} from '@aws-sdk/client-glue';
import { refuseForeign } from '../catalog/refuseForeign';
import { alreadyExists } from '../errors';
import { glueOperation } from '../operation';
import { catalogName } from '../store/CatalogStore';
import { tagCreated } from '../tagged';
import { databaseInput } from '../validation/catalog';
import { catalogId, tags } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const CreateDatabase = glueOperation<
  CreateDatabaseRequest,
  CreateDatabaseResponse
>({
  name: 'CreateDatabase',
  input: structure(
    { DatabaseInput: databaseInput },
    { CatalogId: catalogId, Tags: tags },
  ),
  handle({ DatabaseInput, Tags }, context) {
    refuseForeign(DatabaseInput);
    const { store } = context;
    const Name = catalogName(DatabaseInput.Name);
    store.transaction(() => {
      if (store.databases.get(Name)) throw alreadyExists('Database', Name);
      store.databases.put({
        ...DatabaseInput,
        Name,
        CreateTime: new Date(),
        CatalogId: context.accountId,
      });
      tagCreated(context, 'database', Name, Tags);
    });
    return {};
  },
});
