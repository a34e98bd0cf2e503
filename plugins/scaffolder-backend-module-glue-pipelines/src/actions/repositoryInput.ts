import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** What a generated repository has beside the pipeline itself. */
export const repositoryInput = {
  repoUrls: (z: Zod) =>
    z
      .object({ github: z.string(), gitlab: z.string() })
      .partial()
      .optional()
      .describe(
        'Where the repository will lie on the host of publishTo, as publish:github and publish:gitlab take it: whoever owns the pipeline owns its code there, too',
      ),
  sample: (z: Zod) =>
    z
      .enum(['synthetic', 'none'])
      .optional()
      .describe(
        'Rows of each source that the repository has, to try the pipeline with: made-up ones of the declared columns, or none. Default: synthetic',
      ),
};
