import type { FileSchema } from '../FileSchema';

/** What a file holds. */
export interface Inspection {
  schema: FileSchema;
  recordCount: number;
}
