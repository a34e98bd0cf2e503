import {
  parseArnParts,
  partitionOf,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueNode, NODE_NAME_LENGTH } from '../database/KnexWorkflowNodes';

/** What an event says, or why it says nothing here. */
export type ParsedAwsEvent =
  { node: GlueNode; problem?: never } | { node?: never; problem: string };

/**
 * Events that name a job or crawler, by `detail-type`, and the member of their
 * detail that has its name ("Automating AWS Glue with EventBridge", AWS Glue
 * Developer Guide).
 */
const NAMED_BY = new Map<unknown, { type: GlueNode['type']; member: string }>([
  ['Glue Job State Change', { type: 'JOB', member: 'jobName' }],
  ['Glue Crawler State Change', { type: 'CRAWLER', member: 'crawlerName' }],
]);

/**
 * Reads an event of EventBridge: the payload of an event of Backstage, as the
 * SQS module makes it of a message's body. Anybody may have sent it: it is
 * believed nothing but that something happened to a job or crawler. Problems
 * repeat nothing of it. Never throws.
 */
export function parseAwsEvent(payload: unknown): ParsedAwsEvent {
  if (!isRecord(payload)) {
    return { problem: 'it is no object' };
  }
  if (payload.source !== 'aws.glue') {
    return { problem: 'its source is not aws.glue' };
  }
  const named = NAMED_BY.get(payload['detail-type']);
  if (!named) {
    return { problem: 'its detail-type tells of no job or crawler' };
  }
  const location = locationOf(payload.account, payload.region);
  if (!location) {
    return { problem: 'it has no account and region' };
  }
  const name = isRecord(payload.detail) && payload.detail[named.member];
  if (
    typeof name !== 'string' ||
    name.length < 1 ||
    name.length > NODE_NAME_LENGTH
  ) {
    return { problem: `its detail has no ${named.member}` };
  }
  return { node: { location, type: named.type, name } };
}

function locationOf(account: unknown, region: unknown): string | undefined {
  if (typeof account !== 'string' || typeof region !== 'string') {
    return undefined;
  }
  const location = `arn:${partitionOf(region)}:glue:${region}:${account}`;
  try {
    const { resource } = parseArnParts(
      location,
      'glue',
      problem => new Error(problem),
    );
    // A colon in the region would shift the account.
    return resource === '' && location.split(':').length === 5
      ? location
      : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
