import type {
  GetTableVersionRequest,
  GetTableVersionResponse,
} from '@aws-sdk/client-glue';
import { requireVersion } from '../catalog/tableVersions';
import { glueOperation } from '../operation';
import { requireTable } from '../store/requireTable';
import { auditContext, tableMembers } from '../validation/catalog';
import { catalogId, singleLine } from '../validation/common';
import { structure } from '../../../protocol/shape';

/** Without VersionId: the current version (which one it is, is not documented). */
export const GetTableVersion = glueOperation<
  GetTableVersionRequest,
  GetTableVersionResponse
>({
  name: 'GetTableVersion',
  input: structure(tableMembers, {
    CatalogId: catalogId,
    VersionId: singleLine(255, 1),
    AuditContext: auditContext,
  }),
  handle({ DatabaseName, TableName, VersionId }, context) {
    const { store } = context;
    const current = requireTable(store, DatabaseName, TableName);
    const table =
      VersionId === undefined
        ? current
        : requireVersion(store, current, VersionId);
    return { TableVersion: { Table: table, VersionId: table.VersionId } };
  },
});
