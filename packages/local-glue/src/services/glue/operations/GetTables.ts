import type {
  GetTablesRequest,
  GetTablesResponse,
  Table,
} from '@aws-sdk/client-glue';
import { invalidInput } from '../errors';
import { glueOperation } from '../operation';
import { page } from '../paging';
import type { StoredTable } from '../store/definitions';
import { glueStore } from '../store/GlueStore';
import { requireDatabase } from '../store/requireTable';
import { auditContext, transactionId } from '../validation/catalog';
import { catalogId, name, paging, singleLine } from '../validation/common';
import {
  boolean,
  list,
  oneOf,
  structure,
  timestamp,
} from '../validation/shape';

export const GetTables = glueOperation<GetTablesRequest, GetTablesResponse>({
  name: 'GetTables',
  input: structure(
    { DatabaseName: name },
    {
      CatalogId: catalogId,
      Expression: singleLine(2048),
      TransactionId: transactionId,
      QueryAsOfTime: timestamp(),
      AuditContext: auditContext,
      IncludeStatusDetails: boolean(),
      AttributesToGet: list(oneOf('NAME', 'TABLE_TYPE')),
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
      TableList: AttributesToGet
        ? rows.map(table => attributesOf(table, AttributesToGet))
        : rows,
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

function attributesOf(table: StoredTable, attributes: string[]): Table {
  return {
    Name: table.Name,
    DatabaseName: table.DatabaseName,
    TableType: attributes.includes('TABLE_TYPE') ? table.TableType : undefined,
  };
}
