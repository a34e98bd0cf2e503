import type {
  DeleteTableVersionRequest,
  DeleteTableVersionResponse,
} from '@aws-sdk/client-glue';
import { deleteVersion } from '../catalog/tableVersions';
import { glueOperation } from '../operation';
import { requireTable } from '../store/requireTable';
import { tableMembers } from '../validation/catalog';
import { catalogId, singleLine } from '../validation/common';
import { structure } from '../../../protocol/shape';

/** The others keep their ids. */
export const DeleteTableVersion = glueOperation<
  DeleteTableVersionRequest,
  DeleteTableVersionResponse
>({
  name: 'DeleteTableVersion',
  input: structure(
    { ...tableMembers, VersionId: singleLine(255, 1) },
    { CatalogId: catalogId },
  ),
  handle({ DatabaseName, TableName, VersionId }, context) {
    const { store } = context;
    store.transaction(() => {
      const table = requireTable(store, DatabaseName, TableName);
      deleteVersion(store, table, VersionId);
    });
    return {};
  },
});
