import type { GetTablesRequest, GetTablesResponse } from '@aws-sdk/client-glue';
import { invalidInput } from '../errors';
import { glueOperation } from '../operation';
import { tableAttributes } from '../outputs/tableAttributes';
import { page } from '../paging';
import { glueStore } from '../store/GlueStore';
import { requireDatabase } from '../store/requireTable';
import {
  attributesToGet,
  auditContext,
  transactionId,
} from '../validation/catalog';
import { catalogId, name, paging, singleLine } from '../validation/common';
import { boolean, oneOf, structure, timestamp } from '../validation/shape';

export const GetTables = glueOperation<GetTablesRequest, GetTablesResponse>({
  name: 'GetTables',
  input: structure(
    { DatabaseName: name },
    {
      CatalogId: catalogId,
      Expression: singleLine(2048),
      ResourceShareType: oneOf('ALL', 'FEDERATED'),
      TransactionId: transactionId,
      QueryAsOfTime: timestamp(),
      AuditContext: auditContext,
      IncludeStatusDetails: boolean(),
      AttributesToGet: attributesToGet,
      ...paging(100),
    },
  ),
  handle({ DatabaseName, Expression, AttributesToGet, ...input }, context) {
    const store = glueStore(context);
    const database = requireDatabase(store, DatabaseName);
    const accepts = nameFilter(Expression);
    const { rows, NextToken } = page(
      input,
      100,
      (after, limit) =>
        store.catalog
          .tables(database.Name, after, Expression ? -1 : limit)
          .filter(table => accepts(table.Name))
          .slice(0, limit),
      table => table.Name,
    );
    return {
      TableList: rows.map(table => tableAttributes(table, AttributesToGet)),
      NextToken,
    };
  },
});

/** Expression is a regular expression over the whole name; a `*` after nothing matches all. */
function nameFilter(expression: string | undefined): (name: string) => boolean {
  if (!expression || expression === '*') return () => true;
  try {
    const pattern = new RegExp(`^(?:${expression})$`, 'i');
    return tableName => pattern.test(tableName);
  } catch (error) {
    throw invalidInput(
      `Value at 'Expression' is not valid: ${(error as Error).message}`,
    );
  }
}
