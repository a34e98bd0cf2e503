import type {
  BatchDeleteTableVersionRequest,
  BatchDeleteTableVersionResponse,
  TableVersionError,
} from '@aws-sdk/client-glue';
import { deleteVersion } from '../catalog/tableVersions';
import { glueOperation } from '../operation';
import { errorDetail } from '../outputs/errorDetail';
import { requireTable } from '../store/requireTable';
import { tableMembers } from '../validation/catalog';
import { catalogId, singleLine } from '../validation/common';
import { list, structure } from '../../../protocol/shape';

/** Versions that cannot be deleted are named in Errors; the others are deleted. */
export const BatchDeleteTableVersion = glueOperation<
  BatchDeleteTableVersionRequest,
  BatchDeleteTableVersionResponse
>({
  name: 'BatchDeleteTableVersion',
  input: structure(
    { ...tableMembers, VersionIds: list(singleLine(255, 1), { max: 100 }) },
    { CatalogId: catalogId },
  ),
  handle({ DatabaseName, TableName, VersionIds }, context) {
    const { store } = context;
    return store.transaction(() => {
      const table = requireTable(store, DatabaseName, TableName);
      const Errors: TableVersionError[] = [];
      for (const VersionId of VersionIds) {
        try {
          deleteVersion(store, table, VersionId);
        } catch (error) {
          Errors.push({
            TableName: table.Name,
            VersionId,
            ErrorDetail: errorDetail(error),
          });
        }
      }
      return { Errors };
    });
  },
});
