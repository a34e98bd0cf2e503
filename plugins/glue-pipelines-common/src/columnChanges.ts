import { CatalogColumn, ColumnChange } from './types';

/**
 * A schema as the Data Catalog has it: partition keys are columns that the path gives.
 *
 * @public
 */
export interface TableSchema {
  columns: CatalogColumn[];
  partitionKeys: CatalogColumn[];
}

/**
 * What became of the columns between two versions of a table: those that are
 * gone first, then those that are new or of another type, in the order of the
 * table. A renamed column is one that is gone and one that is new, and so is
 * one that became a partition key. Names are compared without regard to case,
 * as Hive does.
 *
 * @public
 */
export function columnChanges(
  before: TableSchema,
  after: TableSchema,
): ColumnChange[] {
  const old = byPlace(before);
  const now = byPlace(after);
  const removed = [...old]
    .filter(([place]) => !now.has(place))
    .map(([, { name, type, partitionKey }]): ColumnChange => ({
      kind: 'removed',
      name,
      partitionKey,
      from: type,
    }));
  const others = [...now].flatMap(
    ([place, { name, type, partitionKey }]): ColumnChange[] => {
      const was = old.get(place);
      if (!was) {
        return [{ kind: 'added', name, partitionKey, to: type }];
      }
      return was.type === type
        ? []
        : [{ kind: 'retyped', name, partitionKey, from: was.type, to: type }];
    },
  );
  return [...removed, ...others];
}

function byPlace({ columns, partitionKeys }: TableSchema) {
  const places = (list: CatalogColumn[], partitionKey: boolean) =>
    list.map(
      ({ name, type }) =>
        [
          `${partitionKey ? 'key' : 'column'} ${name.toLocaleLowerCase('en-US')}`,
          { name, type, partitionKey },
        ] as const,
    );
  return new Map([...places(columns, false), ...places(partitionKeys, true)]);
}
