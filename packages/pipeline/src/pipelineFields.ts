import { z } from 'zod';
import { alertsField } from './alertsField';
import { computeField } from './computeField';
import { catalogField } from './catalogField';
import { sourceColumn } from './columns/columnFields';
import { columnField } from './fieldKinds';
import { incrementalFields } from './incrementalField';
import { jdbcField } from './jdbcField';
import { text } from './text';
import {
  OWNER_PATTERN,
  ownerRules,
  PIPELINE_NAME_PATTERN,
  pipelineNameRules,
  SOURCE_NAME_PATTERN,
  sourceNameRules,
  TAG_PATTERN,
  tagRules,
} from './nameRules';
import { promisesField } from './promisesField';
import { runPropertiesField } from './runPropertiesField';
import { S3_URI_PATTERN, s3UriRules } from './s3Uri';
import { startField } from './startField';
import { tableField } from './tableField';
import { descriptionRules } from './textRules';
import { qualityField } from './quality/rules';
import { step } from './transforms/steps';
import { warehouseField } from './warehouseFields';

/** @public */
export const PIPELINE_API_VERSION = 'glue-pipelines.io/v2';

/** Keys of letters, digits, `_` and `-`, from the outermost object inwards. */
const JSON_PATH_PATTERN = '^\\$(\\.[A-Za-z0-9_-]+)*\\[\\*\\]$';

const csv = z
  .strictObject({
    header: z
      .boolean()
      .default(true)
      .describe(
        'Whether the first line names the columns. Without it they are col0, col1, ...',
      ),
    delimiter: z
      .enum([',', ';', '|', '\t'])
      .default(',')
      .describe('What separates the values of a line.'),
    quote: z
      .enum(['"', "'", 'none'])
      .default('"')
      .describe(
        'What encloses values that contain the delimiter; none where quotes mean nothing.',
      ),
    escape: z
      .enum(['doubled', 'backslash'])
      .default('doubled')
      .describe(
        'How a quote is written inside of quotes: doubled, or after a backslash.',
      ),
    multiLine: z
      .boolean()
      .default(false)
      .describe(
        'Whether quoted values may contain line breaks. One task then reads a whole file.',
      ),
    encoding: z
      .enum(['UTF-8', 'ISO-8859-1', 'windows-1252', 'UTF-16'])
      .default('UTF-8')
      .describe('The character encoding of the files.'),
    decimalMark: z
      .enum(['.', ','])
      .default('.')
      .describe('What stands before the decimals of a number.'),
    nullWords: z
      .array(z.string().max(64))
      .max(16)
      .default([''])
      .describe(
        'What stands for a missing value. By default the empty value, in quotes or not.',
      ),
  })
  .describe('How CSV is written. Only for the format csv.');

const json = z
  .strictObject({
    path: z
      .string()
      .regex(
        new RegExp(JSON_PATH_PATTERN),
        'must be the place of an array: $[*] where the file is one, else for example $.records[*]',
      )
      .meta({
        description:
          'Where the array of objects is: $[*] where the file is one, $.data.records[*] where it lies within objects. One task reads a whole file, which may have at most 2 GB.',
        pattern: JSON_PATH_PATTERN,
      }),
  })
  .describe(
    'How JSON is written that is not one object a line: each file is one document, which holds an array of objects. Only for the format json.',
  );

/** How CSV is written unless a pipeline says otherwise. */
export const csvDefaults = csv.parse({});

const sourceMembers = {
  name: text(
    'Names the source, for the steps that read it and the folders of its copies and its rejected rows.',
    sourceNameRules,
    { pattern: SOURCE_NAME_PATTERN },
  ),
  uri: text(
    'Where the source lies: s3://bucket/key for one object, s3://bucket/prefix/ for all objects below a prefix. Of a table its folder, which is asked of the catalog when the pipeline is made; runs may read below it. A database has none.',
    s3UriRules,
    { pattern: S3_URI_PATTERN },
  ).optional(),
  format: z
    .enum(['avro', 'csv', 'jdbc', 'json', 'orc', 'parquet', 'table'])
    .describe(
      'avro, csv, json (one JSON object a line, unless json says otherwise), orc, parquet, a table of the Glue Data Catalog, or jdbc, a database.',
    ),
  csv: csv.optional(),
  json: json.optional(),
  table: tableField.optional(),
  jdbc: jdbcField.optional(),
  copy: z
    .boolean()
    .default(false)
    .describe(
      'Whether a run first copies the files to raw/<name>/ of the data bucket and reads the copies. What cannot be read where it lies, as texts of another encoding than UTF-8, is copied in any case.',
    ),
  ...incrementalFields,
  onInvalid: z
    .enum(['fail', 'setAside'])
    .default('fail')
    .describe(
      'What happens to rows with a value that is not of its type: the run fails, or they are written to rejected/<source>/ and left out.',
    ),
};

const columns = z
  .array(sourceColumn)
  .min(1, 'needs at least one column: add one')
  .max(1600, 'has more than 1600 columns: list those that the pipeline uses')
  .describe(
    'The columns to read, with their types. They are filled in from the file when the pipeline is made; what is not listed is not read.',
  );

const source = z
  .strictObject({ ...sourceMembers, columns })
  .describe('One data set that the pipeline reads.');

/** A source whose columns, and of a table whose place, are still to be found out. */
const draftSource = z.strictObject({
  ...sourceMembers,
  columns: columns.optional(),
});

const sourcesOf = <T extends z.ZodType>(one: T) =>
  z
    .array(one)
    .min(1, 'needs at least one source: add one')
    .max(8, 'has more than 8 sources: join fewer, or make two pipelines')
    .describe('The data sets that the pipeline reads.');

/**
 * Each field of `pipeline.yaml` by itself. Unknown fields are errors. How the
 * fields fit together is `pipelineSchema`'s part.
 */
export const pipelineFields = z
  .strictObject({
    apiVersion: z
      .literal(PIPELINE_API_VERSION)
      .describe('The version of this format.'),
    name: text(
      'Names the workflow, the stacks, the bucket, the warehouse and the repository.',
      pipelineNameRules,
      { pattern: PIPELINE_NAME_PATTERN, minLength: 3, maxLength: 40 },
    ),
    description: text(
      'Says in one line what the pipeline is for.',
      descriptionRules,
      { minLength: 1, maxLength: 256 },
    ),
    owner: text(
      'The group or user of the catalog that owns the pipeline, for example group:default/data-engineering.',
      ownerRules,
      { pattern: OWNER_PATTERN },
    ),
    tags: z
      .array(text('A tag.', tagRules, { pattern: TAG_PATTERN, maxLength: 63 }))
      .max(20, 'has more than 20 tags: remove some')
      .default([])
      .describe('Tags of the entity in the catalog.'),
    sources: sourcesOf(source),
    transform: z
      .array(step)
      .max(64, 'has more than 64 steps: make two pipelines')
      .default([])
      .describe('What is done to the rows of the first source, step by step.'),
    quality: qualityField,
    output: z
      .strictObject({
        partitionBy: z
          .array(columnField('A column.'))
          .max(8)
          .default([])
          .describe('Columns of the result that become folders.'),
        fileSizeMb: z
          .int('must be a whole number')
          .min(1, 'must be at least 1')
          .max(4096, 'must be at most 4096')
          .optional()
          .describe(
            'About how many MB a Parquet file in a folder of partitionBy has at most. Absent: each folder has one file.',
          ),
        whenEmpty: z
          .enum(['fail', 'load'])
          .default('fail')
          .describe(
            'What a run does whose result has no row: it fails and the table keeps its rows, or it loads no row, which empties a table whose rows are replaced.',
          ),
      })
      .prefault({})
      .describe('How the Parquet result is written.'),
    catalog: catalogField,
    warehouse: warehouseField,
    start: startField,
    promises: promisesField,
    alerts: alertsField,
    compute: computeField,
    defaultRunProperties: runPropertiesField,
  })
  .meta({
    title: 'Glue pipeline',
    description:
      'Describes one pipeline: the sources it reads, what it does to their rows, and the Redshift table that it loads.',
  });

/** The same, where the columns of sources may still be missing. */
export const draftFields = pipelineFields.extend({
  sources: sourcesOf(draftSource),
});

/**
 * A pipeline with all defaults filled in.
 *
 * @public
 */
export type Pipeline = z.output<typeof pipelineFields>;

/**
 * A pipeline as a person writes it: what has a default may be absent.
 *
 * @public
 */
export type PipelineInput = z.input<typeof pipelineFields>;

/**
 * A pipeline whose sources may still lack their columns.
 *
 * @public
 */
export type PipelineDraft = z.output<typeof draftFields>;
