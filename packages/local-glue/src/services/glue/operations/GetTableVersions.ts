import type {
  GetTableVersionsRequest,
  GetTableVersionsResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { requireTable } from '../store/requireTable';
import { auditContext, tableMembers } from '../validation/catalog';
import { catalogId, paging } from '../validation/common';
import { structure } from '../../../protocol/shape';

/** Newest first, from the current one: an order that Glue keeps to, but does not document. */
export const GetTableVersions = glueOperation<
  GetTableVersionsRequest,
  GetTableVersionsResponse
>({
  name: 'GetTableVersions',
  input: structure(tableMembers, {
    CatalogId: catalogId,
    AuditContext: auditContext,
    ...paging(100),
  }),
  handle({ DatabaseName, TableName, ...input }, context) {
    const { store } = context;
    const table = requireTable(store, DatabaseName, TableName);
    const { rows, NextToken } = page(
      input,
      100,
      (after, limit) =>
        after === undefined
          ? [
              table,
              ...store.catalog.archivedVersions(table, Infinity, limit - 1),
            ]
          : store.catalog.archivedVersions(table, Number(after), limit),
      ({ VersionId }) => Number(VersionId),
    );
    return {
      TableVersions: rows.map(each => ({
        Table: each,
        VersionId: each.VersionId,
      })),
      NextToken,
    };
  },
});
