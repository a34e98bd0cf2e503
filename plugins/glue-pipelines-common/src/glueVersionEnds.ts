/**
 * When AWS ends a version of Glue, as dates.
 *
 * @public
 */
export interface GlueVersionEnd {
  /** From then on there are no security updates and no support. */
  support: string;
  /** From then on no job of it starts. */
  life: string;
}

/**
 * Versions of Glue for Spark jobs that AWS has announced the end of, from "AWS
 * Glue version support policy" (AWS Glue Developer Guide,
 * docs.aws.amazon.com/glue/latest/dg/glue-version-support-policy.html), as of
 * 2026-11-28. Of the two dates for 1.0 this is the one with Python 3; with
 * Python 2 support ended on 2022-06-01.
 *
 * @public
 */
export const GLUE_VERSION_ENDS: Readonly<Record<string, GlueVersionEnd>> = {
  '0.9': { support: '2022-06-01', life: '2026-04-01' },
  '1.0': { support: '2022-09-30', life: '2026-04-01' },
  '2.0': { support: '2024-01-31', life: '2026-04-01' },
};
