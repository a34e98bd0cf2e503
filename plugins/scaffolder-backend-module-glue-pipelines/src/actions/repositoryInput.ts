import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** What a generated repository has beside the pipeline itself. */
export const repositoryInput = {
  sample: (z: Zod) =>
    z
      .enum(['synthetic', 'none'])
      .optional()
      .describe(
        'Rows of each source that the repository has, to try the pipeline with: made-up ones of the declared columns, or none. Default: synthetic',
      ),
};
