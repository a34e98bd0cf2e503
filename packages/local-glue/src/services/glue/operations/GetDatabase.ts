import type {
  GetDatabaseRequest,
  GetDatabaseResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { requireDatabase } from '../store/requireTable';
import { catalogId, name } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const GetDatabase = glueOperation<
  GetDatabaseRequest,
  GetDatabaseResponse
>({
  name: 'GetDatabase',
  input: structure({ Name: name }, { CatalogId: catalogId }),
  handle({ Name }, context) {
    return { Database: requireDatabase(context.store, Name) };
  },
});
