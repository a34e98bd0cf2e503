import type { Pipeline } from './language.mjs';

export type { Pipeline };

/** One data set that a pipeline reads. */
export type Source = Pipeline['sources'][number];
