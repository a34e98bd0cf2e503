import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { orcFields } from './orcFields';
import { SourceError } from './SourceError';

// Written by Spark 3.5.6: SELECT 1 AS Id, 2L AS big, CAST(1.5 AS DECIMAL(9,2)) AS price, ...,
// once with each compression; `empty` has the same columns and no row.
const bytesOf = (name: string) =>
  readFileSync(join(__dirname, '__fixtures__/orc', `${name}.orc`));

const object = (bytes: Buffer) => ({
  key: 'orders.orc',
  size: bytes.length,
  read: async (start: number, end: number) => bytes.subarray(start, end),
});

describe('orcFields', () => {
  it.each(['none', 'zlib', 'snappy', 'zstd'])(
    'reads the columns of a file that is compressed by %s',
    async name =>
      expect(await orcFields(object(bytesOf(name)))).toEqual([
        { name: 'Id', words: 'int', type: { type: 'int' } },
        { name: 'big', words: 'bigint', type: { type: 'bigint' } },
        {
          name: 'price',
          words: 'decimal(9,2)',
          type: { type: 'decimal', precision: 9, scale: 2 },
        },
        { name: 'share', words: 'double', type: { type: 'double' } },
        { name: 'half', words: 'float', type: { type: 'double' } },
        { name: 'größe (cm)', words: 'string', type: { type: 'string' } },
        { name: 'day', words: 'date', type: { type: 'date' } },
        { name: 'at', words: 'timestamp', type: { type: 'timestamp' } },
        { name: 'paid', words: 'boolean', type: { type: 'boolean' } },
        { name: 'list', words: 'array', type: { type: 'string' } },
        { name: 'nested', words: 'struct', type: { type: 'string' } },
        { name: 'raw', words: 'binary' },
        { name: 'tiny', words: 'tinyint', type: { type: 'int' } },
      ]),
  );

  it.each<[string, Buffer, string]>([
    ['a file without rows', bytesOf('empty'), 'has no rows'],
    ['lz4', bytesOf('lz4'), 'its footer is compressed by lz4'],
    [
      'half a file',
      bytesOf('zlib').subarray(0, 700),
      'the file has no readable footer at its end',
    ],
    ['three letters', Buffer.from('ORC'), 'has no readable footer at its end'],
  ])('refuses %s', async (_, bytes, message) => {
    const refused = orcFields(object(bytes));
    await expect(refused).rejects.toThrow(SourceError);
    await expect(refused).rejects.toThrow(message);
  });
});
