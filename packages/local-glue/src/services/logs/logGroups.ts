import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AwsError } from '../../base/AwsError';
import { CapturedLog } from '../../jobs/capture/CapturedLog';
import { INSIGHTS, segmentName } from '../../jobs/capture/layout';
import { readMetadata } from '../../jobs/capture/metadata';

/** One log stream: what one job run or one crawler wrote. */
export interface LogStream {
  name: string;
  /** Epoch milliseconds. */
  createdAt: number;
  open(): Promise<CapturedLog>;
}

export interface LogGroup {
  name: string;
  /** Oldest first. */
  streams(dataDir: string): Promise<LogStream[]>;
}

/**
 * The log groups of AWS Glue (AWS Glue document "Logging for AWS Glue jobs"),
 * and those that jobs name, with the job run's id, or the crawler's name, as
 * the stream; job run insights of a job that failed have one of their own. By
 * name.
 */
export async function logGroups(dataDir: string): Promise<LogGroup[]> {
  const prefixes = new Set(['/aws-glue/jobs', '/aws-glue/python-jobs']);
  for (const { metadata } of await jobRuns(dataDir)) {
    prefixes.add(metadata.logGroupPrefix);
  }
  return [
    { name: '/aws-glue/crawlers', streams: crawlerStreams },
    ...[...prefixes]
      .sort()
      .flatMap(prefix => [
        jobGroup(prefix, 'error', 'stderr'),
        jobGroup(prefix, 'output', 'stdout'),
      ]),
  ];
}

/** The name in the name or ARN of a group. */
export function nameOfIdentifier(identifier: string): string {
  return identifier.replace(/^arn:[^:]+:logs:[^:]*:[^:]*:log-group:/, '');
}

/** By name, or by ARN as `logGroupIdentifier` allows. Throws ResourceNotFoundException. */
export async function logGroup(
  input: { logGroupName?: string; logGroupIdentifier?: string },
  dataDir: string,
): Promise<LogGroup> {
  const given = input.logGroupName ?? input.logGroupIdentifier;
  if (!given) {
    throw new AwsError(
      'InvalidParameterException',
      'Name the log group with logGroupName or logGroupIdentifier.',
    );
  }
  const name = nameOfIdentifier(given);
  const groups = await logGroups(dataDir);
  const group = groups.find(candidate => candidate.name === name);
  if (!group) {
    throw new AwsError(
      'ResourceNotFoundException',
      `The log group ${name} does not exist. There are ${groups.map(candidate => candidate.name).join(', ')}.`,
    );
  }
  return group;
}

/** Throws ResourceNotFoundException. */
export async function logStream(
  group: LogGroup,
  name: string | undefined,
  dataDir: string,
): Promise<LogStream> {
  const streams = await group.streams(dataDir);
  const stream = streams.find(candidate => candidate.name === name);
  if (!stream) {
    throw new AwsError(
      'ResourceNotFoundException',
      `The log stream ${name} does not exist in ${group.name}.`,
    );
  }
  return stream;
}

function jobGroup(
  prefix: string,
  suffix: 'error' | 'output',
  output: 'stdout' | 'stderr',
): LogGroup {
  return {
    name: `${prefix}/${suffix}`,
    async streams(dataDir) {
      const streams: LogStream[] = [];
      for (const { folder, metadata } of await jobRuns(dataDir)) {
        if (metadata.logGroupPrefix !== prefix) continue;
        const createdAt = Date.parse(metadata.startedOn);
        streams.push({
          name: metadata.jobRunId,
          createdAt,
          open: () => CapturedLog.ofStream(folder, output),
        });
        // Since Glue 5.0 they are in the group of errors ("Migrating AWS Glue for Spark jobs to AWS Glue version 5.0").
        const insights = join(folder, segmentName(INSIGHTS, 0));
        if (output === 'stderr' && existsSync(insights)) {
          streams.push({
            name: `${metadata.jobRunId}-job-insights-rca-driver`,
            createdAt,
            open: () => CapturedLog.ofFile(insights),
          });
        }
      }
      return streams.sort((a, b) => a.createdAt - b.createdAt);
    },
  };
}

/** The folders of logs that are of job runs. */
async function jobRuns(dataDir: string) {
  const folders = await foldersIn(join(dataDir, 'logs'));
  return folders.flatMap(entry => {
    const folder = join(dataDir, 'logs', entry);
    const metadata = readMetadata(folder);
    return metadata ? [{ folder, metadata }] : [];
  });
}

async function crawlerStreams(dataDir: string): Promise<LogStream[]> {
  const folder = join(dataDir, 'logs', 'crawlers');
  const names = await readdir(folder).catch(emptyWhenMissing);
  const streams = await Promise.all(
    names
      .filter(name => name.endsWith('.log'))
      .map(async name => {
        const path = join(folder, name);
        return {
          // URL-encoded, since a crawler's name may hold any character.
          name: decodeURIComponent(name.slice(0, -'.log'.length)),
          createdAt: Math.floor((await stat(path)).birthtimeMs),
          open: () => CapturedLog.ofFile(path),
        };
      }),
  );
  return streams.sort((a, b) => a.createdAt - b.createdAt);
}

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(
    emptyWhenMissing,
  );
  return entries.filter(entry => entry.isDirectory()).map(entry => entry.name);
}

function emptyWhenMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
