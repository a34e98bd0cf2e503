import type { InputCase } from '../InputCase';
import { avro } from './avro';
import { files } from './files';
import { headers } from './headers';
import { json } from './json';
import { orc } from './orc';
import { parquet } from './parquet';
import { quality } from './quality';
import { scripts } from './scripts';
import { text } from './text';
import { types } from './types';

/** Every awkward input, by what is awkward about it. */
export const cases: readonly InputCase[] = [
  ...headers,
  ...text,
  ...types,
  ...json,
  ...parquet,
  ...orc,
  ...avro,
  ...files,
  ...quality,
  ...scripts,
];
