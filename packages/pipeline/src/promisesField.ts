import { z } from 'zod';
import type { PipelineDraft } from './pipelineFields';
import type { Report } from './report';
import { text } from './text';
import { isZone, zoneProblem } from './zone';

/** Older runs than of this many hours are forgotten: 366 days. */
const MOST_HOURS = 8784;

const hours = (description: string) =>
  z
    .int('must be a whole number of hours')
    .min(1, 'must be at least 1 hour')
    .max(MOST_HOURS, 'must be at most 8784 hours, which is 366 days')
    .describe(description);

const TIME = '^([01]\\d|2[0-3]):[0-5]\\d$';

/** What a pipeline promises to those who use its table; the portal holds it to that. */
export const promisesField = z
  .strictObject({
    by: z
      .strictObject({
        time: text(
          'The time of day, for example "07:00".',
          [
            value =>
              new RegExp(TIME).test(value)
                ? undefined
                : `${JSON.stringify(value)} is no time of day: write hours and minutes in quotes, for example "07:00"`,
          ],
          { pattern: TIME },
          'must be text: write the time in quotes, for example "07:00"',
        ),
        timezone: text(
          'The time zone, for example Europe/Berlin.',
          [value => (isZone(value) ? undefined : zoneProblem(value))],
          { maxLength: 32 },
        ).default('UTC'),
      })
      .optional()
      .describe('By this time of each day a run has ended well.'),
    every: z
      .strictObject({ hours: hours('How many hours.') })
      .optional()
      .describe('A run ends well at least once in so many hours.'),
    freshHours: hours(
      'The table is never older than so many hours: then a run has loaded it.',
    ).optional(),
    longestMinutes: z
      .int('must be a whole number of minutes')
      .min(
        5,
        'must be at least 5 minutes, as the portal reads AWS about once a minute',
      )
      .max(10080, 'must be at most 10080 minutes (7 days)')
      .optional()
      .describe('No run takes longer than so many minutes.'),
  })
  .optional()
  .describe(
    'What the pipeline promises. The portal shows and tells where a promise is not kept.',
  );

export function checkPromises(
  { promises = {} }: PipelineDraft,
  report: Report,
): void {
  if (promises.by && promises.every) {
    report(
      ['promises', 'every'],
      'says when a run is expected, as by does: remove one of them',
    );
  }
}
