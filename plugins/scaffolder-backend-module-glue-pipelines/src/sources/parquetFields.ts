import {
  parquetMetadataAsync,
  parquetSchema,
  type SchemaTree,
} from 'hyparquet';
import { EmptySourceError, SourceError } from './SourceError';
import type { InferredType } from './inferType';
import type { RangedObject } from './rangedObject';
import type { TypedField } from './TypedField';

const WHOLE_NUMBERS: Record<string, InferredType> = {
  INT_8: { type: 'int' },
  INT_16: { type: 'int' },
  INT_32: { type: 'int' },
  INT_64: { type: 'bigint' },
  UINT_8: { type: 'int' },
  UINT_16: { type: 'int' },
  UINT_32: { type: 'bigint' },
};

const PLAIN: Record<string, InferredType> = {
  BOOLEAN: { type: 'boolean' },
  INT32: { type: 'int' },
  INT64: { type: 'bigint' },
  INT96: { type: 'timestamp' },
  FLOAT: { type: 'double' },
  DOUBLE: { type: 'double' },
};

/** Source: Apache Parquet, "Logical Types". */
function typeOf({ children, element }: SchemaTree): InferredType | undefined {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (children.length > 0 || element.repetition_type === 'REPEATED') {
    return { type: 'string' };
  }
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const decimal = logical?.type === 'DECIMAL' ? logical : element;
    return {
      type: 'decimal',
      precision: decimal.precision,
      scale: decimal.scale ?? 0,
    };
  }
  if (logical?.type === 'TIMESTAMP') {
    return logical.unit === 'NANOS' ? undefined : { type: 'timestamp' };
  }
  if (converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS') {
    return { type: 'timestamp' };
  }
  if (converted === 'DATE' || logical?.type === 'DATE') {
    return { type: 'date' };
  }
  if (
    ['UTF8', 'ENUM', 'JSON'].includes(converted ?? '') ||
    ['STRING', 'ENUM', 'JSON'].includes(logical?.type ?? '')
  ) {
    return { type: 'string' };
  }
  if (converted) {
    return WHOLE_NUMBERS[converted];
  }
  return logical && logical.type !== 'INTEGER' ? undefined : PLAIN[type ?? ''];
}

const wordsOf = ({ element }: SchemaTree) =>
  [element.type, element.converted_type ?? element.logical_type?.type]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();

/** The columns of a Parquet file, from the metadata at its end. */
export async function parquetFields(
  object: RangedObject,
): Promise<TypedField[]> {
  const metadata = await parquetMetadataAsync({
    byteLength: object.size,
    slice: async (start, end = object.size) => {
      const bytes = await object.read(start, end);
      return new Uint8Array(bytes).buffer;
    },
  }).catch((error: unknown) => {
    if (error instanceof Error && '$metadata' in error) {
      throw error;
    }
    throw new SourceError(
      `is parquet, and the file has no readable metadata at its end (${
        error instanceof Error ? error.message : error
      }): write the file again or name another one`,
      'format',
    );
  });
  if (metadata.num_rows === 0n) {
    throw new EmptySourceError('has no rows: name a file with data');
  }
  return parquetSchema(metadata).children.map(tree => {
    const type = typeOf(tree);
    return {
      name: tree.element.name,
      words: wordsOf(tree),
      ...(type ? { type } : {}),
    };
  });
}
