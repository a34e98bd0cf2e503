import {
  parseWorkflowArn,
  PROMISE_KEYS,
} from '@glue-pipelines/backstage-plugin-common';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { DateTime } from 'luxon';
import { createHash } from 'node:crypto';
import { Notice, NoticeKind } from './Notice';

export type NotificationPayload = NotificationSendOptions['payload'];

/** Backstage stores titles of at most 255 characters; a workflow's name may have as many. */
const LONGEST_NAME = 200;
/** Workflows that a summary names. */
const NAMED = 20;

const SEVERITIES: Record<NoticeKind, NotificationPayload['severity']> = {
  failure: 'high',
  lateness: 'high',
  overrun: 'normal',
  recovery: 'normal',
  'first-success': 'low',
};

/** @param link path of the page that shows more */
export function describeNotice(
  notice: Notice,
  link: string,
): NotificationPayload {
  return {
    title: titleOf(notice),
    description: descriptionOf(notice),
    link,
    severity: SEVERITIES[notice.kind],
    topic: `glue-pipelines.${notice.kind}`,
    scope: scopeOf('workflow', notice.workflowArn),
  };
}

/**
 * One for all that an owner was not told of an hour one by one.
 * @param notices the newest of each workflow
 */
export function describeSummary(
  owner: string,
  hour: string,
  notices: Notice[],
  link: string,
): NotificationPayload {
  const titles = notices.slice(0, NAMED).map(titleOf);
  const more = notices.length - titles.length;
  return {
    title: `More news of ${notices.length} Glue ${notices.length === 1 ? 'workflow' : 'workflows'}`,
    description: [
      `These were too many to tell one by one in the hour from ${inWords(hour)}:`,
      ...titles.map(title => `${title}.`),
      ...(more > 0 ? [`And ${more} more.`] : []),
    ].join('\n'),
    link,
    severity: 'high',
    topic: 'glue-pipelines.summary',
    scope: scopeOf('summary', owner),
  };
}

/** A workflow's name, as far as there is room for it. */
export function shortName(name: string): string {
  const characters = [...name];
  return characters.length > LONGEST_NAME
    ? `${characters.slice(0, LONGEST_NAME).join('')}…`
    : name;
}

function titleOf({ kind, workflowArn, details }: Notice): string {
  const name = shortName(parseWorkflowArn(workflowArn).name);
  switch (kind) {
    case 'failure':
      return details.health === 'partially-failed'
        ? `Workflow '${name}' failed in part`
        : `Workflow '${name}' failed`;
    case 'recovery':
      return `Workflow '${name}' succeeds again`;
    case 'lateness':
      return `Workflow '${name}' is late`;
    case 'overrun':
      return details.promisedSeconds === undefined
        ? `A run of workflow '${name}' takes unusually long`
        : `A run of workflow '${name}' takes longer than promised`;
    default:
      return `Workflow '${name}' succeeded for the first time`;
  }
}

function descriptionOf({ kind, details }: Notice): string {
  const {
    nodeName,
    cause,
    promise,
    promiseKind = 'freshness',
    promisedSeconds,
    lastSuccessAt,
    health,
  } = details;
  switch (kind) {
    case 'failure':
      return [
        nodeName && `'${nodeName}' failed.`,
        cause
          ? `${cause.title} ${cause.remedy}`
          : 'Its page shows what AWS says of it.',
      ]
        .filter(Boolean)
        .join(' ');
    case 'recovery':
      return 'Its last run succeeded. There is nothing to do.';
    case 'lateness':
      return [
        `Its last successful run ended at ${inWords(lastSuccessAt ?? '')}, which does not keep the promise '${promise}' of ${PROMISE_KEYS[promiseKind]}.`,
        health === 'failed' || health === 'partially-failed'
          ? 'Its last run failed.'
          : 'Look whether its start trigger is active.',
      ].join(' ');
    case 'overrun':
      if (promisedSeconds !== undefined) {
        return `It began at ${inWords(details.startedAt ?? '')} and goes on; the pipeline promises at most ${minutesOf(promisedSeconds)}. Its page shows what it is doing.`;
      }
      return `It began at ${inWords(details.startedAt ?? '')} and goes on; half of the runs that succeeded took less than ${minutesOf(details.medianSeconds ?? 0)}. Its page shows what it is doing.`;
    default:
      return 'Its runs are on the page of the pipeline.';
  }
}

/** Backstage puts a newer notification in the place of an older one of the same scope; it stores 255 characters of it. */
export function scopeOf(what: string, subject: string): string {
  const hash = createHash('sha256').update(subject).digest('base64url');
  return `glue-pipelines.${what}.${hash}`;
}

export function minutesOf(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

function inWords(time: string): string {
  return DateTime.fromISO(time, { zone: 'utc' }).toFormat(
    "yyyy-MM-dd HH:mm 'UTC'",
  );
}
