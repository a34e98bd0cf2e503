import type { GetTableRequest, GetTableResponse } from '@aws-sdk/client-glue';
import { refuseTransactions } from '../catalog/refuseTransactions';
import { glueOperation } from '../operation';
import { tableAttributes } from '../outputs/tableAttributes';
import { requireTable } from '../store/requireTable';
import {
  attributesToGet,
  auditContext,
  transactionId,
} from '../validation/catalog';
import { catalogId, name } from '../validation/common';
import { boolean, structure, timestamp } from '../../../protocol/shape';

export const GetTable = glueOperation<GetTableRequest, GetTableResponse>({
  name: 'GetTable',
  input: structure(
    { DatabaseName: name, Name: name },
    {
      CatalogId: catalogId,
      TransactionId: transactionId,
      QueryAsOfTime: timestamp(),
      AuditContext: auditContext,
      IncludeStatusDetails: boolean(),
      AttributesToGet: attributesToGet,
    },
  ),
  handle({ DatabaseName, Name, AttributesToGet, ...input }, context) {
    refuseTransactions(input);
    const table = requireTable(context.store, DatabaseName, Name);
    return {
      Table: tableAttributes(table, AttributesToGet),
    };
  },
});
