import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InputCase, refused, right } from '../InputCase';

const FIXTURES =
  '../../../plugins/scaffolder-backend-module-glue-pipelines/src/sources/__fixtures__/avro';

const avroFile = (name: string) =>
  readFileSync(join(__dirname, FIXTURES, `${name}.avro`));

const ROW = [
  '1',
  '2',
  '1.50',
  '1.5',
  '0.5',
  'x',
  '2024-01-31',
  '2024-01-31 12:00:00',
  'true',
  '[1,2]',
  '{"a":1,"b":"x"}',
  '3',
  '4',
];

/** Avro, which says itself what its columns are, as Parquet does, and is written row by row. */
export const avro: InputCase[] = [
  {
    name: 'Avro of two codecs',
    files: { 'a.avro': avroFile('snappy'), 'b.avro': avroFile('deflate') },
    sources: [{ format: 'avro' }],
    expect: right([ROW, ROW]),
  },
  {
    name: 'Avro that is cut off within its rows',
    files: { 'a.avro': avroFile('snappy') },
    sources: [{ format: 'avro' }],
    later: { 'a.avro': avroFile('snappy').subarray(0, -20) },
    expect: refused('run', /a\.avro ends within its rows/),
  },
];
