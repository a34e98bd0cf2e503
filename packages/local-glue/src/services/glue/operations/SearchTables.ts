import type {
  SearchTablesRequest,
  SearchTablesResponse,
} from '@aws-sdk/client-glue';
import { tableSearch } from '../catalog/tableSearch';
import { SortKey, tableOrder } from '../catalog/tableSort';
import { glueOperation } from '../operation';
import { Cursor, invalidToken, page } from '../paging';
import { resourceShareType } from '../validation/catalog';
import { catalogId, paging } from '../validation/common';
import {
  boolean,
  list,
  oneOf,
  string,
  structure,
} from '../../../protocol/shape';

const value = string({ min: 1, max: 1024 });

export const SearchTables = glueOperation<
  SearchTablesRequest,
  SearchTablesResponse
>({
  name: 'SearchTables',
  input: structure(
    {},
    {
      CatalogId: catalogId,
      Filters: list(
        structure(
          {},
          {
            Key: value,
            Value: value,
            Comparator: oneOf(
              'EQUALS',
              'GREATER_THAN',
              'LESS_THAN',
              'GREATER_THAN_EQUALS',
              'LESS_THAN_EQUALS',
            ),
          },
        ),
      ),
      SearchText: value,
      SortCriteria: list(
        structure({}, { FieldName: value, Sort: oneOf('ASC', 'DESC') }),
        { max: 1 },
      ),
      ResourceShareType: resourceShareType,
      IncludeStatusDetails: boolean(),
      ...paging(1000),
    },
  ),
  handle(input, context) {
    const { catalog, databases } = context.store;
    const accepts = tableSearch(input, name => databases.get(name));
    const { keyOf, compare } = tableOrder(input.SortCriteria?.[0]);
    // Nobody shares a table with the one account there is: FOREIGN, FEDERATED.
    const isShared = ['FOREIGN', 'FEDERATED'].includes(
      input.ResourceShareType ?? 'ALL',
    );
    const tables = isShared ? [] : catalog.allTables();
    const found = tables
      .filter(accepts)
      .map(table => ({ table, key: keyOf(table) }))
      .sort((a, b) => compare(a.key, b.key));
    const { rows, NextToken } = page(
      input,
      1000,
      (after, limit) => {
        const last = after === undefined ? undefined : sortKey(after);
        return found
          .filter(({ key }) => !last || compare(key, last) > 0)
          .slice(0, limit);
      },
      ({ key }) => JSON.stringify(key),
    );
    return { TableList: rows.map(({ table }) => table), NextToken };
  },
});

function sortKey(cursor: Cursor): SortKey {
  try {
    const key = JSON.parse(String(cursor));
    if (Array.isArray(key) && key.length === 3)
      return key as unknown as SortKey;
  } catch {
    // The token of another list: said below.
  }
  throw invalidToken();
}
