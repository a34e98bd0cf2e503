import { avroFields } from './avroFields';
import { orcFields } from './orcFields';
import { parquetFields } from './parquetFields';

/** Formats whose files say themselves what their columns are, and how these are read. */
export const TYPED_FORMATS = {
  avro: avroFields,
  orc: orcFields,
  parquet: parquetFields,
};

export const isTyped = (kind: string): kind is keyof typeof TYPED_FORMATS =>
  Object.hasOwn(TYPED_FORMATS, kind);
