import type { z as zodV3 } from 'zod/v3';

type Zod = typeof zodV3;

/** A form sends an empty text for a field that was cleared. */
const optionalText = (z: Zod, description: string) =>
  z.string().optional().describe(description);

const columns = (z: Zod, description: string) =>
  z.array(z.string()).optional().describe(description);

/**
 * The input of `glue-pipelines:generate`: `pipeline.yaml` as a form fills it
 * in, flat and with everything optional that has a default. What a value may
 * be is the business of the pipeline's own schema, which says it in words.
 */
export const pipelineInput = {
  name: (z: Zod) =>
    z
      .string()
      .describe(
        'Names the workflow, the stacks, the bucket, the warehouse and the repository',
      ),
  description: (z: Zod) =>
    z.string().describe('One line that says what the pipeline is for'),
  owner: (z: Zod) =>
    z.string().describe('Entity reference of the owning group or user'),
  tags: (z: Zod) =>
    z.array(z.string()).optional().describe('Tags of the catalog entity'),
  sources: (z: Zod) =>
    z
      .array(
        z.object({
          name: z.string().describe('Folder and catalog table of the source'),
          uri: z
            .string()
            .describe('s3://bucket/key, or s3://bucket/prefix/ for a folder'),
          format: z.enum(['csv', 'json', 'parquet']),
          csv: z
            .object({
              header: z.boolean().optional(),
              delimiter: z.string().optional(),
              quote: z.string().optional(),
              escape: z.string().optional(),
              multiLine: z.boolean().optional(),
              encoding: z.string().optional(),
              decimalMark: z.string().optional(),
              nullWords: z.array(z.string()).optional(),
            })
            .optional()
            .describe(
              'How CSV is written, as far as the file does not tell; ignored for other formats',
            ),
          onInvalid: z
            .enum(['fail', 'setAside'])
            .optional()
            .describe(
              'What happens to rows whose values are not of their types',
            ),
          columns: z
            .array(
              z.object({
                name: z.string(),
                key: z.string().optional(),
                type: z.string(),
                precision: z.number().optional(),
                scale: z.number().optional(),
                format: z.string().optional(),
                zone: z.string().optional(),
                nullable: z.boolean().optional(),
              }),
            )
            .optional()
            .describe('The columns to read; by default all, typed by the file'),
        }),
      )
      .describe('The data sets that the pipeline reads'),
  joins: (z: Zod) =>
    z
      .array(
        z.object({
          source: z.string(),
          type: z.enum(['inner', 'left']).optional(),
          keys: z.array(z.object({ left: z.string(), right: z.string() })),
        }),
      )
      .optional()
      .describe('One join for each source after the first'),
  filter: (z: Zod) =>
    optionalText(z, 'A Spark SQL condition for the rows to keep'),
  required: (z: Zod) => columns(z, 'Columns that must have a value'),
  deduplicateBy: (z: Zod) => columns(z, 'Columns that tell rows apart'),
  groupBy: (z: Zod) =>
    z
      .array(
        z.object({
          column: z.string().optional(),
          expression: z.string().optional(),
          as: z.string().optional(),
        }),
      )
      .optional()
      .describe('Columns or named expressions to group by'),
  measures: (z: Zod) =>
    z
      .array(
        z.object({
          function: z.enum(['count', 'sum', 'avg', 'min', 'max']),
          column: z.string().optional(),
          as: z.string(),
        }),
      )
      .optional()
      .describe('What is computed for each group'),
  select: (z: Zod) => columns(z, 'Columns of the result, in order'),
  partitionBy: (z: Zod) => columns(z, 'Columns that become folders'),
  whenEmpty: (z: Zod) =>
    z
      .enum(['fail', 'load'])
      .optional()
      .describe('What a run does whose result has no row'),
  database: (z: Zod) => optionalText(z, 'Redshift database, dev by default'),
  schema: (z: Zod) => optionalText(z, 'Redshift schema, public by default'),
  table: (z: Zod) => z.string().describe('Redshift table that a run replaces'),
  cron: (z: Zod) =>
    optionalText(
      z,
      'AWS cron with six fields in UTC; absent: the pipeline starts on demand',
    ),
  compute: (z: Zod) =>
    z
      .object({
        glueVersion: z.string().optional(),
        workerType: z.string().optional(),
        workers: z.number().optional(),
        autoScaling: z.boolean().optional(),
        timeoutMinutes: z.number().optional(),
        maxRetries: z.number().optional(),
      })
      .optional()
      .describe('What the Spark jobs run on'),
};

/** The values of the form. */
export type PipelineForm = {
  [Field in keyof typeof pipelineInput]: zodV3.infer<
    ReturnType<(typeof pipelineInput)[Field]>
  >;
};
