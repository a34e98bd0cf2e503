import { z } from 'zod';
import { CRON_PATTERN } from './cron/parseCron';
import { scheduleProblem } from './cron/scheduleProblem';
import {
  PIPELINE_NAME_PATTERN,
  pipelineNameRules,
  SOURCE_NAME_PATTERN,
  sourceNameRules,
} from './nameRules';
import type { PipelineDraft } from './pipelineFields';
import { repeated } from './repeated';
import type { Report } from './report';
import { text } from './text';

/**
 * Limits of a batch of events: AWS Glue API reference,
 * "EventBatchingCondition". The window is in seconds.
 */
const BATCH_SIZE = { least: 1, most: 100 };
const BATCH_WINDOW = { least: 1, most: 900 };

const onNewFiles = z
  .strictObject({
    sources: z
      .array(
        text('The name of a source.', sourceNameRules, {
          pattern: SOURCE_NAME_PATTERN,
        }),
      )
      .min(1, 'is empty: name the sources whose files start a run')
      .max(8)
      .describe('The sources whose new files start a run, by their names.'),
    batchSize: z
      .int('must be a whole number')
      .min(BATCH_SIZE.least, 'must be at least 1')
      .max(BATCH_SIZE.most, 'must be at most 100, the most that Glue waits for')
      .default(1)
      .describe('How many new files start a run.'),
    batchWindow: z
      .int('must be a whole number of seconds')
      .min(BATCH_WINDOW.least, 'must be at least 1 second')
      .max(
        BATCH_WINDOW.most,
        'must be at most 900 seconds, the longest that Glue waits',
      )
      .default(900)
      .describe(
        'Seconds after the first new file after which a run starts with fewer of them.',
      ),
  })
  .describe(
    'Starts when files come to sources. Their buckets must send events to EventBridge.',
  );

const least = (description: string) =>
  z
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(10000, 'must be at most 10000')
    .optional()
    .describe(description);

/** When a pipeline starts. */
export const startField = z
  .strictObject({
    cron: z
      .string()
      .superRefine((value, context) => {
        const problem = scheduleProblem(value);
        if (problem) {
          context.addIssue({ code: 'custom', message: problem });
        }
      })
      .meta({
        description:
          'AWS cron with six fields in UTC: cron(minutes hours day-of-month month day-of-week year).',
        pattern: CRON_PATTERN,
      })
      .optional(),
    onNewFiles: onNewFiles.optional(),
    after: text(
      'Starts when a run of another pipeline, in the same account and region, has loaded its table.',
      pipelineNameRules,
      { pattern: PIPELINE_NAME_PATTERN, minLength: 3, maxLength: 40 },
    ).optional(),
    condition: z
      .strictObject({
        newFiles: least('How many files of the first source must be new.'),
        newPartitions: least(
          'How many partitions of the first source must be new.',
        ),
      })
      .optional()
      .describe(
        'What a run wants of its first source, whatever started it: with less it ends as skipped. newFiles goes with incremental: files, newPartitions with incremental: partitions.',
      ),
  })
  .optional()
  .describe(
    'What starts the pipeline by itself: cron, onNewFiles or after. Absent: on demand. A person may start it in any case.',
  );

const WAYS = ['cron', 'onNewFiles', 'after'] as const;

/** What a run counts before it begins, by how it tells what is new. */
const COUNTED = { newFiles: 'files', newPartitions: 'partitions' } as const;

function checkCondition(
  condition: NonNullable<PipelineDraft['start']>['condition'],
  incremental: PipelineDraft['sources'][number]['incremental'],
  report: Report,
) {
  const path = ['start', 'condition'];
  if (condition && Object.keys(condition).length === 0) {
    report(path, 'says nothing: add newFiles or newPartitions, or remove it');
  }
  for (const [field, wanted] of Object.entries(COUNTED)) {
    const given = condition?.[field as keyof typeof COUNTED] !== undefined;
    if (given && incremental !== wanted) {
      report(
        [...path, field],
        `needs incremental: ${wanted} of the first source, by which a run knows what is new: add it, or remove the condition`,
      );
    }
  }
}

/** A workflow has one start trigger ("Overview of workflows", AWS Glue Developer Guide). */
export function checkStart(
  { name, sources, start = {} }: PipelineDraft,
  report: Report,
): void {
  const [first, second] = WAYS.filter(way => start[way] !== undefined);
  if (first && second) {
    report(
      ['start', second],
      `is a second way to start, beside ${first}: remove one of them, as a Glue workflow has one`,
    );
  }
  if (start.after === name) {
    report(['start', 'after'], 'names this pipeline: name the one before it');
  }
  checkCondition(start.condition, sources[0]?.incremental, report);
  const watched = start.onNewFiles?.sources ?? [];
  const at = (index: number, message: string) =>
    report(['start', 'onNewFiles', 'sources', index], message);
  const names = sources.map(source => source.name);
  watched.forEach((source, index) => {
    if (sources.find(one => one.name === source)?.format === 'jdbc') {
      at(
        index,
        `"${source}" is a database, which has no files: remove it, or start by cron`,
      );
    } else if (!names.includes(source)) {
      at(
        index,
        `no source is named "${source}": use one of ${names.join(', ')}`,
      );
    }
  });
  for (const { value, index } of repeated(watched)) {
    at(index, `"${value}" occurs twice: remove one`);
  }
}
