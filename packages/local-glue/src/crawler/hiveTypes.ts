import { DuckDBType, DuckDBTypeId } from '@duckdb/node-api';
import {
  formatHiveType,
  HiveType,
  mergeMembers,
  parseHiveType,
} from './hiveTypeTree';

export type DataFormat = 'csv' | 'json' | 'parquet';

/** The Hive type of a column of Parquet, which says its types itself, from what DuckDB reads it as. */
export function hiveType(type: DuckDBType): string {
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return 'boolean';
    case DuckDBTypeId.TINYINT:
      return 'tinyint';
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.UTINYINT:
      return 'smallint';
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.USMALLINT:
      return 'int';
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.TIME:
      return 'bigint';
    // Beyond bigint's range; Spark reads it so.
    case DuckDBTypeId.UBIGINT:
      return 'decimal(20,0)';
    case DuckDBTypeId.FLOAT:
      return 'float';
    case DuckDBTypeId.DOUBLE:
      return 'double';
    case DuckDBTypeId.DECIMAL:
      return `decimal(${type.width},${type.scale})`;
    case DuckDBTypeId.DATE:
      return 'date';
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP_NS:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return 'timestamp';
    case DuckDBTypeId.BLOB:
      return 'binary';
    default:
      return nestedType(type) ?? 'string';
  }
}

function nestedType(type: DuckDBType): string | undefined {
  switch (type.typeId) {
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.ARRAY:
      return `array<${hiveType(type.valueType)}>`;
    case DuckDBTypeId.MAP:
      return `map<${hiveType(type.keyType)},${hiveType(type.valueType)}>`;
    case DuckDBTypeId.STRUCT: {
      const members = type.entryNames.map(
        (name, index) => `${name}:${hiveType(type.entryTypes[index])}`,
      );
      return `struct<${members.join(',')}>`;
    }
    default:
      return undefined;
  }
}

const wholeNumbers = ['tinyint', 'smallint', 'int', 'bigint'];

/** The type that holds the values of both: the wider number, else `string`. */
export function widerType(a: string, b: string): string {
  if (a === b) return a;
  return formatHiveType(wider(parseHiveType(a), parseHiveType(b)));
}

function wider(a: HiveType, b: HiveType): HiveType {
  if (a.kind === 'array' && b.kind === 'array') {
    return { kind: 'array', of: wider(a.of, b.of) };
  }
  if (a.kind === 'struct' && b.kind === 'struct') {
    return {
      kind: 'struct',
      members: mergeMembers(a.members, b.members, wider),
    };
  }
  const [first, second] = [a, b].map(formatHiveType);
  return { kind: 'simple', name: widerSimple(first, second) };
}

function widerSimple(a: string, b: string): string {
  if (a === b) return a;
  const [first, second] = [a, b].map(type => wholeNumbers.indexOf(type));
  if (first >= 0 && second >= 0) return wholeNumbers[Math.max(first, second)];
  const isNumber = (type: string) =>
    wholeNumbers.includes(type) || type === 'float' || type === 'double';
  if (isNumber(a) && isNumber(b)) return 'double';
  return 'string';
}
