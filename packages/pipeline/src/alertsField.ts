import { z } from 'zod';
import { TOPIC_ARN_PATTERN, topicArnRules } from './arnRules';
import type { PipelineDraft } from './pipelineFields';
import { repeated } from './repeated';
import type { Report } from './report';
import type { Rule } from './rule';
import { text } from './text';

const EMAIL_PATTERN = '^[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+$';

/** What Secrets Manager takes (CreateSecret, `Name`). */
const SECRET_NAME_PATTERN = '^[A-Za-z0-9/_+=.@-]{1,256}$';

const fits =
  (pattern: string, problem: string): Rule =>
  value =>
    new RegExp(pattern).test(value)
      ? undefined
      : `${JSON.stringify(value)} ${problem}`;

/** Whom AWS tells when a pipeline needs somebody, beside the portal. */
export const alertsField = z
  .strictObject({
    emails: z
      .array(
        text(
          'An address, which must first confirm that it wants the mails.',
          [
            fits(
              EMAIL_PATTERN,
              'is no mail address: write one, for example data-team@example.com',
            ),
          ],
          { pattern: EMAIL_PATTERN, maxLength: 254 },
        ),
      )
      .min(1, 'is empty: add an address, or remove it')
      .max(10, 'has more than 10 addresses: use one of a mailing list')
      .optional()
      .describe('Addresses that get a mail.'),
    slackSecret: text(
      'The name of a secret in Secrets Manager whose value is the URL of an incoming webhook of Slack.',
      [
        fits(
          SECRET_NAME_PATTERN,
          'is no name of a secret: write the name that it has in Secrets Manager, not its ARN and not the URL',
        ),
      ],
      { pattern: SECRET_NAME_PATTERN },
    ).optional(),
    topicArn: text(
      'The ARN of an SNS topic that there is, instead of one of the pipeline. Its policy must let events.amazonaws.com and cloudwatch.amazonaws.com publish.',
      topicArnRules,
      { pattern: TOPIC_ARN_PATTERN },
    ).optional(),
    dpuHours: z
      .number('must be a number')
      .positive('must be more than 0')
      .max(100000, 'must be at most 100000')
      .optional()
      .describe('How many DPU hours the jobs may use in a day.'),
  })
  .optional()
  .describe(
    'Whom AWS tells where a run fails, takes longer or comes later than the pipeline promises, lacks memory, is skewed, or breaks a rule. With it comes a dashboard. Without it only the portal tells.',
  );

export function checkAlerts({ alerts }: PipelineDraft, report: Report): void {
  if (!alerts) {
    return;
  }
  const { emails, slackSecret, topicArn } = alerts;
  if (!emails && !slackSecret && !topicArn) {
    report(
      ['alerts'],
      'tells nobody: add emails, slackSecret or topicArn, or remove it',
    );
  }
  for (const own of ['emails', 'slackSecret'] as const) {
    if (topicArn && alerts[own]) {
      report(
        ['alerts', own],
        'is for a topic of the pipeline, and topicArn names another one: subscribe it there, or remove topicArn',
      );
    }
  }
  for (const { value, index } of repeated(emails ?? [])) {
    report(['alerts', 'emails', index], `"${value}" occurs twice: remove one`);
  }
}
