import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** Where a generated repository goes, and what it describes. */
export const targetInput = {
  publishTo: (z: Zod) =>
    z
      .enum(['local', 'github', 'gitlab'])
      .optional()
      .describe('Where the repository goes: its CI is written for that host'),
  accountId: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'AWS account of the pipeline, 12 digits; may be absent where the portal knows only one',
      ),
  region: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'AWS region of the pipeline; by default the configured region of the account',
      ),
};
