import { z } from 'zod';

/** Settings that the transform job makes itself, after these, so that rows are right. */
const OF_THE_JOB = [
  'spark.sql.ansi.enabled',
  'spark.sql.session.timeZone',
  'spark.sql.legacy.timeParserPolicy',
  'spark.sql.sources.partitionColumnTypeInference.enabled',
  'spark.sql.csv.parser.columnPruning.enabled',
  'spark.sql.adaptive.optimizer.excludedRules',
  'spark.sql.parquet.datetimeRebaseModeInWrite',
  'spark.sql.parquet.int96RebaseModeInWrite',
];

/** What else is refused, by the beginnings of names, and why. */
const REFUSED: [beginnings: string[], because: string][] = [
  [
    ['spark.sql.legacy.', 'spark.sql.ansi.', 'spark.sql.caseSensitive'],
    'decides which rows are right: remove it',
  ],
  [
    [
      'spark.cores.',
      'spark.driver.cores',
      'spark.driver.memory',
      'spark.dynamicAllocation.',
      'spark.executor.cores',
      'spark.executor.instances',
      'spark.executor.memory',
    ],
    'is what Glue makes of compute.workerType, workers and autoScaling: change those',
  ],
  [
    [
      'spark.app.',
      'spark.driver.extra',
      'spark.eventLog.',
      'spark.executor.extra',
      'spark.hadoop.fs.',
      'spark.jars',
      'spark.master',
      'spark.submit.',
      'spark.ui.',
    ],
    'is set by Glue itself: remove it',
  ],
];

const NAME = /^spark(\.[A-Za-z0-9_-]+)+$/;

function problemOf(name: string, value: string): string | undefined {
  if (!NAME.test(name)) {
    return 'is no name of a setting of Spark: write it as spark.sql.shuffle.partitions';
  }
  if (OF_THE_JOB.includes(name)) {
    return 'is set by the transform job, so that rows are right: remove it';
  }
  const refused = REFUSED.find(([beginnings]) =>
    beginnings.some(beginning => name.startsWith(beginning)),
  );
  if (refused) {
    return refused[1];
  }
  // Glue takes all settings as one text, which it splits at blanks.
  return /^[^\s"'\\{}$]{1,256}$/.test(value)
    ? undefined
    : 'must be 1 to 256 characters without blanks, quotes, backslashes, $ and braces';
}

/** Settings of the transform job's Spark session. */
export const sparkConfField = z
  .record(
    z.string(),
    z.string('must be text: write the value in quotes, for example "64"'),
  )
  .superRefine((settings, context) => {
    if (Object.keys(settings).length > 32) {
      context.addIssue({
        code: 'custom',
        message: 'has more than 32 settings: remove some',
      });
    }
    for (const [name, value] of Object.entries(settings)) {
      const message = problemOf(name, value);
      if (message) {
        context.addIssue({ code: 'custom', path: [name], message });
      }
    }
  })
  .optional()
  .describe(
    'Settings of Spark for the transform job, such as spark.sql.shuffle.partitions. Refused are those that decide which rows are right, and those that Glue sets.',
  );
