import { openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../repository/linkDependencies';
import { parquetColumns } from './parquetColumns';

/** A file on disk, read by ranges as S3 is, which counts the bytes that were read. */
function fileObject(path: string) {
  const file = openSync(path, 'r');
  const { size } = statSync(path);
  let bytesRead = 0;
  return {
    key: path,
    size,
    get bytesRead() {
      return bytesRead;
    },
    async read(start: number, end: number) {
      const buffer = Buffer.alloc(Math.min(end, size) - start);
      bytesRead += readSync(file, buffer, 0, buffer.length, start);
      return buffer;
    },
  };
}

describe('parquetColumns', () => {
  it('reads the names from the end of a file of 3,000,000 rows', async () => {
    const flights = fileObject(
      join(packageFolder('vega-datasets')!, 'data/flights-3m.parquet'),
    );
    expect(await parquetColumns(flights)).toEqual([
      'date',
      'delay',
      'distance',
      'origin',
      'destination',
    ]);
    expect(flights.bytesRead).toBeLessThan(flights.size / 10);
  });

  it('says so where the end of the file is missing', async () => {
    await expect(
      parquetColumns({
        key: 'cut.parquet',
        size: 100,
        read: async (start, end) => Buffer.alloc(end - start),
      }),
    ).rejects.toThrow('the file has no readable metadata at its end');
  });
});
