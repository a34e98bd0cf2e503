import { parquetMetadataAsync, parquetSchema } from 'hyparquet';
import { EmptySourceError, SourceError } from './SourceError';
import type { RangedObject } from './rangedObject';

/** The columns of a Parquet file, from the metadata at its end. */
export async function parquetColumns(object: RangedObject): Promise<string[]> {
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
  return parquetSchema(metadata).children.map(({ element }) => element.name);
}
