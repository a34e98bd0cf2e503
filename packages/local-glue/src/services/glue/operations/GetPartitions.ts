import type {
  GetPartitionsRequest,
  GetPartitionsResponse,
} from '@aws-sdk/client-glue';
import { createHash } from 'node:crypto';
import { partitionFilter } from '../catalog/filter/partitionFilter';
import { refuseTransactions } from '../catalog/refuseTransactions';
import { invalidInput } from '../errors';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { partitionKey } from '../store/CatalogStore';
import type { StoredPartition } from '../store/definitions';
import { requireTable } from '../store/requireTable';
import {
  auditContext,
  tableMembers,
  transactionId,
} from '../validation/catalog';
import { catalogId, multipleLines, paging } from '../validation/common';
import {
  boolean,
  integer,
  structure,
  timestamp,
} from '../../../protocol/shape';

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
  handle(input, context) {
    refuseTransactions(input);
    const { store } = context;
    const table = requireTable(store, input.DatabaseName, input.TableName);
    const { DatabaseName, Name } = table;
    const accepts = allOf(
      partitionFilter(input.Expression, table.PartitionKeys ?? []),
      segmentFilter(input.Segment),
    );
    const { rows, NextToken } = page(
      input,
      1000,
      (after, limit) =>
        accepts
          ? store.catalog.partitionsWhere(
              DatabaseName,
              Name,
              accepts,
              after,
              limit,
            )
          : store.catalog.partitions(DatabaseName, Name, after, limit),
      ({ Values }) => partitionKey(Values),
    );
    return {
      Partitions: input.ExcludeColumnSchema ? rows.map(withoutColumns) : rows,
      NextToken,
    };
  },
});

type ValuesFilter = (values: string[]) => boolean;

function allOf(
  ...filters: (ValuesFilter | undefined)[]
): ValuesFilter | undefined {
  const given = filters.filter(filter => filter !== undefined);
  return given.length > 0
    ? values => given.every(accepts => accepts(values))
    : undefined;
}

/** Segments divide a table's partitions among readers that work at the same time. */
function segmentFilter(
  segment: { SegmentNumber: number; TotalSegments: number } | undefined,
): ValuesFilter | undefined {
  if (!segment) return undefined;
  const { SegmentNumber, TotalSegments } = segment;
  if (SegmentNumber >= TotalSegments) {
    throw invalidInput(
      `Value at 'Segment.SegmentNumber' is not valid: of ${TotalSegments} segments the last one is ${
        TotalSegments - 1
      }.`,
    );
  }
  return values => {
    const hash = createHash('sha256').update(partitionKey(values)).digest();
    return hash.readUInt32BE(0) % TotalSegments === SegmentNumber;
  };
}

function withoutColumns(partition: StoredPartition): StoredPartition {
  if (!partition.StorageDescriptor) return partition;
  const { Columns: _columns, ...StorageDescriptor } =
    partition.StorageDescriptor;
  return { ...partition, StorageDescriptor };
}
