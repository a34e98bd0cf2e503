import type { Column, PartitionIndex } from '@aws-sdk/client-glue';
import { AwsError } from '../../../base/AwsError';
import { alreadyExists, invalidInput } from '../errors';
import type { StoredTable } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import { keyType } from './filter/keyType';

/** "A maximum of 3 partition indexes can be created on a given table." */
const MAX_INDEXES = 3;

/** Types of keys that filters know and indexes do not. */
const WITHOUT_INDEX = /^\s*(timestamp|decimal)\b/i;

/**
 * Inside a transaction: the rules of "Creating partition indexes" (AWS Glue
 * Developer Guide). Where partitions exist whose values are not of their keys'
 * types, Glue creates the index and lets it fail later; here it is refused.
 *
 * @throws AwsError AlreadyExistsException, InvalidInputException,
 *   ResourceNumberLimitExceededException
 */
export function createPartitionIndex(
  store: GlueStore,
  table: StoredTable,
  { IndexName = '', Keys = [] }: PartitionIndex,
): void {
  const { partitionIndexes } = store.catalog;
  const name = `${table.DatabaseName}.${table.Name}`;
  const indexes = partitionIndexes.ofTable(table);
  if (indexes.some(index => index.IndexName === IndexName)) {
    throw alreadyExists('Partition index', `${IndexName} of table ${name}`);
  }
  if (indexes.length >= MAX_INDEXES) {
    throw new AwsError(
      'ResourceNumberLimitExceededException',
      `Table ${name} has ${MAX_INDEXES} partition indexes already. Delete one first.`,
    );
  }
  const keys = Keys.map(key => indexedKey(table, key).Name!);
  if (new Set(keys).size < keys.length) {
    throw invalidInput(
      `Partition index ${IndexName} names a key twice: ${keys.join(', ')}.`,
    );
  }
  partitionIndexes.create(table, { IndexName, Keys: keys });
  for (const { Values } of store.catalog.partitions(
    table.DatabaseName,
    table.Name,
  )) {
    checkIndexedValues(store, table, Values);
  }
}

function indexedKey(table: StoredTable, name: string): Column {
  const key = table.PartitionKeys?.find(
    each => each.Name?.toLowerCase() === name.toLowerCase(),
  );
  if (!key) {
    throw invalidInput(
      `${name} is no partition key of table ${table.DatabaseName}.${table.Name}. An index is a list of its partition keys.`,
    );
  }
  const type = key.Type ?? '';
  if (!keyType(type) || WITHOUT_INDEX.test(type)) {
    throw invalidInput(
      `${name} is of the type ${
        type || '(none)'
      }. Types with an index are string, char, varchar, int, bigint, long, tinyint, smallint, date.`,
    );
  }
  return key;
}

/**
 * "All new partitions added to the table will be validated for the data type
 * checks for indexed keys."
 *
 * @param values - of a partition, as many as the table has partition keys
 * @throws AwsError InvalidInputException
 */
export function checkIndexedValues(
  store: GlueStore,
  table: StoredTable,
  values: readonly string[],
): void {
  for (const { IndexName, Keys } of store.catalog.partitionIndexes.ofTable(
    table,
  )) {
    for (const [index, { Name = '', Type = '' }] of (
      table.PartitionKeys ?? []
    ).entries()) {
      const type = Keys.includes(Name) ? keyType(Type) : undefined;
      const value = values[index] ?? '';
      if (type && type.read(value) === undefined) {
        throw invalidInput(
          `The value ${value} of ${Name} in the partition ${values.join(
            '/',
          )} is not ${type.what}, as the partition index ${IndexName} needs it.`,
        );
      }
    }
  }
}

/**
 * "Once a partition index is created on a table, you cannot modify the
 * partition key names for existing partition keys, and you cannot change the
 * type, or order, of keys which are registered with the index."
 *
 * @param keys - what the table's partition keys are to be
 * @throws AwsError InvalidInputException
 */
export function checkIndexedKeys(
  store: GlueStore,
  table: StoredTable,
  keys: readonly Column[],
): void {
  const indexes = store.catalog.partitionIndexes.ofTable(table);
  if (indexes.length === 0) return;
  const indexed = new Set(indexes.flatMap(index => index.Keys));
  for (const [index, before] of (table.PartitionKeys ?? []).entries()) {
    const after: Column | undefined = keys[index];
    const isKept =
      after?.Name === before.Name &&
      (!indexed.has(before.Name ?? '') || after?.Type === before.Type);
    if (!isKept) {
      throw invalidInput(
        `The partition key ${before.Name} of table ${table.DatabaseName}.${table.Name} cannot be changed while the table has partition indexes (${indexes
          .map(each => each.IndexName)
          .join(', ')}). Delete them first.`,
      );
    }
  }
}
