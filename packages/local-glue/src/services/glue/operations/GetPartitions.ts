import type {
  GetPartitionsRequest,
  GetPartitionsResponse,
} from '@aws-sdk/client-glue';
import { createHash } from 'node:crypto';
import { invalidInput } from '../errors';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { partitionKey } from '../store/CatalogStore';
import { glueStore } from '../store/GlueStore';
import { requireTable } from '../store/requireTable';
import {
  auditContext,
  tableMembers,
  transactionId,
} from '../validation/catalog';
import { catalogId, multipleLines, paging } from '../validation/common';
import { boolean, integer, structure, timestamp } from '../validation/shape';

export const GetPartitions = glueOperation<
  GetPartitionsRequest,
  GetPartitionsResponse
>({
  name: 'GetPartitions',
  input: structure(tableMembers, {
    CatalogId: catalogId,
    Expression: multipleLines(2048),
    Segment: structure({
      SegmentNumber: integer({ min: 0 }),
      TotalSegments: integer({ min: 1, max: 10 }),
    }),
    ExcludeColumnSchema: boolean(),
    TransactionId: transactionId,
    QueryAsOfTime: timestamp(),
    AuditContext: auditContext,
    ...paging(1000),
  }),
  handle({ Segment, ...input }, context) {
    if (input.Expression) {
      throw invalidInput(
        'local-glue does not evaluate filters on partitions (Expression). Leave it out and filter the answer by Values.',
      );
    }
    const store = glueStore(context);
    const table = requireTable(store, input.DatabaseName, input.TableName);
    const { rows, NextToken } = page(
      input,
      1000,
      (after, limit) =>
        store.catalog
          .partitions(
            table.DatabaseName,
            table.Name,
            after,
            Segment ? -1 : limit,
          )
          .filter(({ Values }) => isInSegment(Values, Segment))
          .slice(0, limit),
      ({ Values }) => partitionKey(Values),
    );
    const Partitions = input.ExcludeColumnSchema
      ? rows.map(({ StorageDescriptor, ...partition }) => ({
          ...partition,
          StorageDescriptor: { ...StorageDescriptor, Columns: undefined },
        }))
      : rows;
    return { Partitions, NextToken };
  },
});

/** Segments divide a table's partitions among readers that work at the same time. */
function isInSegment(
  values: string[],
  segment: { SegmentNumber: number; TotalSegments: number } | undefined,
): boolean {
  if (!segment) return true;
  const hash = createHash('sha256').update(partitionKey(values)).digest();
  return hash.readUInt32BE(0) % segment.TotalSegments === segment.SegmentNumber;
}
