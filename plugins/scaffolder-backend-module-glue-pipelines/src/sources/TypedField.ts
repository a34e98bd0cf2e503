import type { InferredType } from './inferType';

/** A column of a file that says itself what its columns are. */
export interface TypedField {
  name: string;
  /** Absent where no column can have its type. */
  type?: InferredType;
  /** What the file says it is, for people. */
  words: string;
}
