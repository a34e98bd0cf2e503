import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InputCase, right } from '../InputCase';

const FIXTURES =
  '../../../plugins/scaffolder-backend-module-glue-pipelines/src/sources/__fixtures__/orc';

const orcFile = (name: string) =>
  readFileSync(join(__dirname, FIXTURES, `${name}.orc`));

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
];

/** ORC, which says itself what its columns are, as Parquet does. */
export const orc: InputCase[] = [
  {
    name: 'ORC of two compressions',
    files: { 'a.orc': orcFile('snappy'), 'b.orc': orcFile('zstd') },
    sources: [{ format: 'orc' }],
    expect: right([ROW, ROW]),
  },
];
