import {
  parquetMetadataAsync,
  parquetReadObjects,
  type AsyncBuffer,
  type Compressors,
} from 'hyparquet';
import {
  brotliDecompressSync,
  gunzipSync,
  zstdDecompressSync,
} from 'node:zlib';
import { catalogNames } from '@glue-pipelines/pipeline';
import { MOST_ROWS, rowsByColumns } from './firstRows';
import type { RangedObject } from './rangedObject';
import type { DeclaredColumn } from './SourceColumns';

/** A row group is read as a whole: larger ones are not read for a look. Bytes, compressed. */
const MOST_BYTES = 24 * 1024 * 1024;

/** The codecs that Node has, beside Snappy, which comes with the reader. */
const COMPRESSORS: Compressors = {
  GZIP: bytes => gunzipSync(bytes),
  BROTLI: bytes => brotliDecompressSync(bytes),
  ZSTD: bytes => zstdDecompressSync(bytes),
};

const CODECS = ['UNCOMPRESSED', 'SNAPPY', ...Object.keys(COMPRESSORS)];

/**
 * The first rows of a Parquet file, in the order of the columns; `undefined`
 * where they are not read for a look: of too large row groups, and of codecs
 * that are not read here, as LZ4.
 */
export async function parquetRows(
  object: RangedObject,
  columns: readonly DeclaredColumn[],
): Promise<(string | null)[][] | undefined> {
  const file: AsyncBuffer = {
    byteLength: object.size,
    slice: async (start, end = object.size) =>
      new Uint8Array(await object.read(start, end)).buffer,
  };
  const metadata = await parquetMetadataAsync(file);
  const chunks = metadata.row_groups[0]?.columns ?? [];
  const bytes = chunks.reduce(
    (sum, { meta_data: chunk }) =>
      sum + Number(chunk?.total_compressed_size ?? 0),
    0,
  );
  const isRead = chunks.every(({ meta_data: chunk }) =>
    CODECS.includes(chunk?.codec ?? ''),
  );
  if (!isRead || bytes > MOST_BYTES) {
    return undefined;
  }
  const rows = await parquetReadObjects({
    file,
    metadata,
    compressors: COMPRESSORS,
    rowStart: 0,
    rowEnd: Math.min(MOST_ROWS, Number(metadata.num_rows)),
  });
  return rowsByColumns(
    columns.map(({ name }) => ({ name })),
    rows.map(row => {
      const names = Object.keys(row);
      const known = catalogNames(names);
      return Object.fromEntries(
        names.map((name, index) => [known[index], row[name]]),
      );
    }),
  );
}
