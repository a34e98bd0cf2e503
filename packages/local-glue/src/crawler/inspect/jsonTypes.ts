import { DuckDBType, DuckDBTypeId } from '@duckdb/node-api';
import { sqlName } from '../../warehouse/sql/tokenize';
import type { FileColumn } from '../FileSchema';
import { hiveType } from '../hiveTypes';

/**
 * The Hive types of JSON's columns. Whole numbers are `int` where all of them
 * fit into 32 bits and `bigint` otherwise, as the tables show that Glue's
 * crawlers write (the developer guide says so by its examples only: "A:int" in
 * "Creating a single schema for each Amazon S3 include path"). DuckDB reads all
 * of them as 64 bits, so that the values have to be asked.
 *
 * @returns questions - one SQL expression for each whole number in the types:
 *   whether its values fit into 32 bits
 * @returns answer - the columns, given the answers
 */
export function jsonColumns(
  names: readonly string[],
  types: readonly DuckDBType[],
): {
  questions: string[];
  answer(fits: readonly boolean[]): FileColumn[];
} {
  const questions = names.flatMap((name, index) =>
    conditions(types[index], sqlName(name), 0).map(
      condition => `bool_and(${condition})`,
    ),
  );
  return {
    questions,
    answer(fits) {
      const remaining = [...fits];
      return names.map((name, index) => ({
        name,
        type: typeOf(types[index], remaining),
      }));
    },
  };
}

/** For each whole number inside a value whether it fits, in the order of `typeOf`. */
function conditions(type: DuckDBType, value: string, depth: number): string[] {
  switch (type.typeId) {
    case DuckDBTypeId.BIGINT:
      return [`coalesce(${value} BETWEEN -2147483648 AND 2147483647, true)`];
    case DuckDBTypeId.LIST: {
      const element = `e${depth}`;
      return conditions(type.valueType, element, depth + 1).map(
        condition =>
          `coalesce(list_bool_and(list_transform(${value}, lambda ${element}: ${condition})), true)`,
      );
    }
    case DuckDBTypeId.STRUCT:
      return type.entryNames.flatMap((name, index) =>
        conditions(
          type.entryTypes[index],
          `struct_extract(${value}, '${name.replaceAll("'", "''")}')`,
          depth,
        ),
      );
    default:
      return [];
  }
}

function typeOf(type: DuckDBType, fits: boolean[]): string {
  switch (type.typeId) {
    case DuckDBTypeId.BIGINT:
      return fits.shift() ? 'int' : 'bigint';
    case DuckDBTypeId.LIST:
      return `array<${typeOf(type.valueType, fits)}>`;
    case DuckDBTypeId.STRUCT: {
      const members = type.entryNames.map(
        (name, index) => `${name}:${typeOf(type.entryTypes[index], fits)}`,
      );
      return `struct<${members.join(',')}>`;
    }
    default:
      return hiveType(type, 'json');
  }
}
