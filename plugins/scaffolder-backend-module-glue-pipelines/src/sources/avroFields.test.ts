import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { avroFields } from './avroFields';
import { SourceError } from './SourceError';

// Written by Spark 3.5.6: SELECT 1 AS Id, 2L AS big, CAST(1.5 AS DECIMAL(9,2)) AS price, ...,
// once with each codec; `empty` has the same columns and no row.
const bytesOf = (name: string) =>
  readFileSync(join(__dirname, '__fixtures__/avro', `${name}.avro`));

const object = (bytes: Buffer) => ({
  key: 'orders.avro',
  size: bytes.length,
  read: async (start: number, end: number) => bytes.subarray(start, end),
});

/** Zigzag, as Avro writes numbers; of two bytes at most. */
const number = (value: number) =>
  value < 64
    ? Buffer.from([value * 2])
    : Buffer.from([((value * 2) % 128) + 128, Math.floor((value * 2) / 128)]);

/** A file with a schema, and something where its rows would be. */
const withSchema = (schema: unknown) => {
  const text = (value: string) =>
    Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(value)]);
  return Buffer.concat([
    Buffer.from('Obj\u0001'),
    number(1),
    text('avro.schema'),
    text(JSON.stringify(schema)),
    number(0),
    Buffer.alloc(16 + 8),
  ]);
};

const record = (...types: unknown[]) => ({
  type: 'record',
  name: 'r',
  fields: types.map((type, index) => ({ name: `c${index}`, type })),
});

describe('avroFields', () => {
  it.each(['deflate', 'snappy'])(
    'reads the columns of a file that is compressed by %s',
    async name =>
      expect(await avroFields(object(bytesOf(name)))).toEqual([
        { name: 'Id', words: 'int', type: { type: 'int' } },
        { name: 'big', words: 'long', type: { type: 'bigint' } },
        {
          name: 'price',
          words: 'decimal(9,2)',
          type: { type: 'decimal', precision: 9, scale: 2 },
        },
        { name: 'share', words: 'double', type: { type: 'double' } },
        { name: 'half', words: 'float', type: { type: 'double' } },
        { name: 'note', words: 'string', type: { type: 'string' } },
        { name: 'day', words: 'date', type: { type: 'date' } },
        { name: 'at', words: 'timestamp-micros', type: { type: 'timestamp' } },
        { name: 'paid', words: 'boolean', type: { type: 'boolean' } },
        { name: 'list', words: 'array', type: { type: 'string' } },
        { name: 'nested', words: 'record', type: { type: 'string' } },
        { name: 'raw', words: 'bytes' },
        { name: 'tiny', words: 'int', type: { type: 'int' } },
        { name: 'maybe', words: 'int', type: { type: 'int' } },
      ]),
  );

  const colour = { type: 'enum', name: 'colour', symbols: ['RED'] };

  it.each<[string, unknown[], (string | undefined)[]]>([
    ['a union with null', [['null', 'long']], ['bigint']],
    [
      'unions of numbers',
      [
        ['int', 'long'],
        ['double', 'float'],
      ],
      ['bigint', 'double'],
    ],
    ['another union', [['int', 'string']], ['string']],
    ['a type that is named again', [colour, 'colour'], ['string', 'string']],
    [
      'a name with its namespace',
      [{ ...colour, namespace: 'shop' }, ['null', 'shop.colour']],
      ['string', 'string'],
    ],
    [
      'moments and times of day',
      [
        { type: 'long', logicalType: 'timestamp-millis' },
        { type: 'long', logicalType: 'local-timestamp-micros' },
        { type: 'int', logicalType: 'time-millis' },
      ],
      ['timestamp', 'timestamp', 'int'],
    ],
    [
      'a fixed that is no decimal',
      [{ type: 'fixed', name: 'f', size: 2 }],
      [undefined],
    ],
  ])('says what %s is', async (_, types, expected) => {
    const fields = await avroFields(object(withSchema(record(...types))));
    expect(fields.map(({ type }) => type?.type)).toEqual(expected);
  });

  it.each<[string, Buffer, string]>([
    ['a file without rows', bytesOf('empty'), 'has no rows'],
    ['half a header', bytesOf('snappy').subarray(0, 300), 'no readable header'],
    ['five letters', Buffer.from('Obj\u0001\u0002'), 'no readable header'],
    ['a schema that is no record', withSchema('string'), 'is no record'],
  ])('refuses %s', async (_, bytes, message) => {
    const refused = avroFields(object(bytes));
    await expect(refused).rejects.toThrow(SourceError);
    await expect(refused).rejects.toThrow(message);
  });
});
