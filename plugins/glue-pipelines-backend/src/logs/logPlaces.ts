import { LogStream } from '@glue-pipelines/backstage-plugin-common';
import { JobRunSettings } from '../aws/GlueApi';

/** Which of the logs of an attempt. */
export type LogKind = 'output' | 'error' | 'continuous' | 'crawler';

/** Where a log of an attempt may be: streams of a group whose names begin alike. */
export interface LogPlace {
  kind: LogKind;
  group: string;
  prefix: string;
}

/** One try of a job, or one crawl. */
export type LoggedAttempt =
  | { type: 'JOB'; jobRunId: string; logGroupName?: string }
  | { type: 'CRAWLER'; crawlerName: string; logGroupName?: string };

const JOBS = '/aws-glue/jobs';
const PYTHON_JOBS = '/aws-glue/python-jobs';
const CRAWLERS = '/aws-glue/crawlers';
const CONTINUOUS = '/aws-glue/jobs/logs-v2';
/** The first version where all jobs log as they run, without continuous logging. */
const REAL_TIME_VERSION = 5;

/** What CloudWatch Logs takes (its API reference). */
const GROUP_NAME = /^[.\-_/#A-Za-z0-9]{1,512}$/;
const STREAM_NAME = /^[^:*]{1,512}$/;

/**
 * Where the logs of an attempt may be. Glue tells a prefix of groups with the
 * run, which is another one where a security configuration encrypts them
 * ("JobRun", AWS Glue API reference). Arguments of the job put them elsewhere
 * ("Logging for AWS Glue jobs" and "Enabling continuous logging for AWS Glue
 * 4.0 and earlier jobs", AWS Glue Developer Guide).
 *
 * @param settings - absent where they could not be read: then where Glue writes without arguments
 */
export function placesOf(
  attempt: LoggedAttempt,
  settings?: JobRunSettings,
): LogPlace[] {
  return attempt.type === 'CRAWLER'
    ? existing([
        {
          kind: 'crawler',
          group: withoutSlash(attempt.logGroupName) ?? CRAWLERS,
          prefix: attempt.crawlerName,
        },
      ])
    : existing(placesOfJob(attempt, settings));
}

function placesOfJob(
  { jobRunId, logGroupName }: { jobRunId: string; logGroupName?: string },
  settings: JobRunSettings | undefined,
): LogPlace[] {
  const named = settings?.arguments ?? {};
  const isPythonShell = settings?.command === 'pythonshell';
  const told =
    withoutSlash(logGroupName ?? settings?.logGroupName) ??
    (isPythonShell ? PYTHON_JOBS : JOBS);
  const places: LogPlace[] = [];
  const custom = withoutSlash(named['--custom-logGroup-prefix']);
  const prefixes = custom ? [custom, told] : [told];
  for (const kind of ['output', 'error'] as const) {
    for (const base of prefixes) {
      places.push({
        kind,
        group: `${base}/${kind}`,
        prefix: named['--custom-logStream-prefix'] ?? jobRunId,
      });
    }
  }
  if (!isPythonShell && !told.startsWith(PYTHON_JOBS)) {
    const group = continuousGroup(settings);
    if (group) {
      places.push({
        kind: 'continuous',
        group,
        prefix: named['--continuous-log-logStreamPrefix'] ?? jobRunId,
      });
    }
  }
  return places;
}

/**
 * The group of continuous logging, into which job run insights go, too, up to
 * Glue 4; `undefined` where the job has neither.
 */
function continuousGroup(
  settings: JobRunSettings | undefined,
): string | undefined {
  if (!settings) {
    return CONTINUOUS;
  }
  const { arguments: named, glueVersion, securityConfiguration } = settings;
  const custom = withoutSlash(named['--continuous-log-logGroup']);
  const logsAnyway = Number.parseFloat(glueVersion ?? '') >= REAL_TIME_VERSION;
  const isOn = [
    '--enable-continuous-cloudwatch-log',
    '--enable-job-insights',
  ].some(name => named[name] === 'true');
  if (!custom && (logsAnyway || !isOn)) {
    return undefined;
  }
  const group = custom ?? CONTINUOUS;
  return securityConfiguration ? `${group}-${securityConfiguration}` : group;
}

/** What a stream of an attempt holds; a crawler has one stream, as if it were a driver's. */
export type StreamPart = LogStream['part'];

/**
 * What a stream is to the attempt; `undefined` where it is not the attempt's.
 * A stream of a job counts only where its name has the whole id of the job run:
 * whatever group and prefix a job's arguments name, no other log is read.
 */
export function partOf(
  attempt: LoggedAttempt,
  stream: string,
): StreamPart | undefined {
  if (attempt.type === 'CRAWLER') {
    return stream === attempt.crawlerName ? 'driver' : undefined;
  }
  const { jobRunId } = attempt;
  const at = stream.indexOf(jobRunId);
  if (at < 0) {
    return undefined;
  }
  const rest = stream.slice(at + jobRunId.length);
  if (rest === '' || rest === '-driver') {
    return 'driver';
  }
  if (rest === '-progress-bar') {
    return 'progress';
  }
  if (/^-job-insights-(rca|rule)-driver$/.test(rest)) {
    return 'insights';
  }
  // Retries have the id of the first attempt and their number.
  return /^(?!_attempt_)[-_]/.test(rest) ? 'executor' : undefined;
}

function withoutSlash(group: string | undefined): string | undefined {
  return group?.replace(/\/+$/, '') || undefined;
}

/** Without those that CloudWatch cannot have, and each once. */
function existing(places: LogPlace[]): LogPlace[] {
  const seen = new Set<string>();
  return places.filter(({ group, prefix }) => {
    const isNew = !seen.has(group);
    seen.add(group);
    return isNew && GROUP_NAME.test(group) && STREAM_NAME.test(prefix);
  });
}
