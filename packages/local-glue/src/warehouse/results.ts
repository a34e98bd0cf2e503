import {
  DuckDBResult,
  DuckDBTypeId,
  DuckDBValue,
  Json,
} from '@duckdb/node-api';
import { JsonDuckDBValueConverter } from '@duckdb/node-api';
import { DuckDBType } from '@duckdb/node-api';

/** A value as Redshift's Data API can carry it. */
export type ResultValue = string | number | boolean | null;

export interface ResultColumn {
  /** Lower case, as Redshift folds names. */
  name: string;
  /** Redshift's internal name of the type: `int8`, `varchar`, `numeric`. */
  typeName: string;
  /** Decimal digits in all and behind the point; 0 where that means nothing. */
  precision: number;
  scale: number;
}

/** DuckDB's types by the name that Redshift's catalog gives to the like. */
const typeNames: Partial<Record<DuckDBTypeId, string>> = {
  [DuckDBTypeId.BOOLEAN]: 'bool',
  [DuckDBTypeId.TINYINT]: 'int2',
  [DuckDBTypeId.SMALLINT]: 'int2',
  [DuckDBTypeId.UTINYINT]: 'int2',
  [DuckDBTypeId.INTEGER]: 'int4',
  [DuckDBTypeId.USMALLINT]: 'int4',
  [DuckDBTypeId.BIGINT]: 'int8',
  [DuckDBTypeId.UINTEGER]: 'int8',
  [DuckDBTypeId.HUGEINT]: 'numeric',
  [DuckDBTypeId.UHUGEINT]: 'numeric',
  [DuckDBTypeId.UBIGINT]: 'numeric',
  [DuckDBTypeId.DECIMAL]: 'numeric',
  [DuckDBTypeId.FLOAT]: 'float4',
  [DuckDBTypeId.DOUBLE]: 'float8',
  [DuckDBTypeId.DATE]: 'date',
  [DuckDBTypeId.TIME]: 'time',
  [DuckDBTypeId.TIMESTAMP]: 'timestamp',
  [DuckDBTypeId.TIMESTAMP_S]: 'timestamp',
  [DuckDBTypeId.TIMESTAMP_MS]: 'timestamp',
  [DuckDBTypeId.TIMESTAMP_NS]: 'timestamp',
  [DuckDBTypeId.TIMESTAMP_TZ]: 'timestamptz',
  [DuckDBTypeId.BLOB]: 'varbyte',
  [DuckDBTypeId.LIST]: 'super',
  [DuckDBTypeId.ARRAY]: 'super',
  [DuckDBTypeId.STRUCT]: 'super',
  [DuckDBTypeId.MAP]: 'super',
};

export function resultColumns(result: DuckDBResult): ResultColumn[] {
  return result.columnNames().map((name, index) => {
    const type = result.columnType(index);
    const isJson = type.alias === 'JSON';
    const isDecimal = type.typeId === DuckDBTypeId.DECIMAL;
    return {
      name: name.toLowerCase(),
      typeName: isJson ? 'super' : (typeNames[type.typeId] ?? 'varchar'),
      precision: isDecimal && 'width' in type ? Number(type.width) : 0,
      scale: isDecimal && 'scale' in type ? Number(type.scale) : 0,
    };
  });
}

/** Gives all rows to the sink, a block at a time, and waits for it. Returns how many there were. */
export async function streamRows(
  result: DuckDBResult,
  sink: { write(rows: ResultValue[][]): void | Promise<void> },
): Promise<number> {
  const types = result.columnTypes();
  let count = 0;
  for await (const chunk of result.yieldRows()) {
    const rows = chunk.map(row =>
      row.map((value, index) => toValue(value, types[index])),
    );
    count += rows.length;
    await sink.write(rows);
  }
  return count;
}

function toValue(value: DuckDBValue, type: DuckDBType): ResultValue {
  if (value === null) return null;
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return value as boolean;
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
    case DuckDBTypeId.UINTEGER: {
      // JSON numbers beyond 2^53 would arrive changed: those go as text.
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : String(value);
    }
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return Number.isFinite(value) ? (value as number) : String(value);
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.ARRAY:
    case DuckDBTypeId.STRUCT:
    case DuckDBTypeId.MAP:
      return JSON.stringify(toJson(value, type));
    default:
      return String(value);
  }
}

function toJson(value: DuckDBValue, type: DuckDBType): Json | null {
  return JsonDuckDBValueConverter(value, type, JsonDuckDBValueConverter);
}
