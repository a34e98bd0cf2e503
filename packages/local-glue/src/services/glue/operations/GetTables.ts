import type { GetTablesRequest, GetTablesResponse } from '@aws-sdk/client-glue';
import { nameFilter } from '../catalog/nameFilter';
import { refuseTransactions } from '../catalog/refuseTransactions';
import { requireNameAttribute } from '../catalog/requireNameAttribute';
import { glueOperation } from '../operation';
import { tableAttributes } from '../outputs/tableAttributes';
import { page } from '../paging';
import { requireDatabase } from '../store/requireTable';
import {
  attributesToGet,
  auditContext,
  transactionId,
} from '../validation/catalog';
import { catalogId, name, paging, singleLine } from '../validation/common';
import { boolean, oneOf, structure, timestamp } from '../../../protocol/shape';

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
  handle(input, context) {
    refuseTransactions(input);
    requireNameAttribute(input.AttributesToGet);
    const { store } = context;
    const database = requireDatabase(store, input.DatabaseName);
    // There are no federated tables here.
    const accepts =
      input.ResourceShareType === 'FEDERATED'
        ? () => false
        : input.Expression && nameFilter(input.Expression);
    const { rows, NextToken } = page(
      input,
      100,
      (after, limit) =>
        accepts
          ? store.catalog
              .tables(database.Name, after)
              .filter(table => accepts(table.Name))
              .slice(0, limit)
          : store.catalog.tables(database.Name, after, limit),
      table => table.Name,
    );
    return {
      TableList: rows.map(table =>
        tableAttributes(table, input.AttributesToGet),
      ),
      NextToken,
    };
  },
});
