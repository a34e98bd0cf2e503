import { AwsError } from '../../../base/AwsError';
import { inputs } from '../inputs';
import { logsOperation } from '../operation';
import { filterPattern } from '../filterPattern';
import { logGroup, LogStream } from '../logGroups';
import { invalidToken } from '../errors';

export interface FilterLogEventsInput {
  logGroupName?: string;
  logGroupIdentifier?: string;
  /** At most 100. Not together with the prefix. */
  logStreamNames?: string[];
  logStreamNamePrefix?: string;
  /** Epoch milliseconds, included. */
  startTime?: number;
  /** Epoch milliseconds, not included. */
  endTime?: number;
  filterPattern?: string;
  nextToken?: string;
  /** At most 10,000. */
  limit?: number;
}

/** Bytes that one call reads at most; a page may be empty though more follows, as on AWS. */
const searchedBytes = 8 * 1024 * 1024;

/** Bytes and lines read at a time. */
const chunkBytes = 1024 * 1024;
const chunkLines = 10_000;

interface Position {
  stream: string;
  offset: number;
}

/**
 * The matching events of a group, oldest stream first and in the order of each
 * stream. A token names the stream and the offset where the search goes on.
 */
export const FilterLogEvents = logsOperation<FilterLogEventsInput>({
  name: 'FilterLogEvents',
  input: inputs.FilterLogEvents,
  async handle(input, { dataDir }) {
    const limit = input.limit ?? 10_000;
    const matches = filterPattern(input.filterPattern);
    const { startTime = -Infinity, endTime = Infinity } = input;
    const group = await logGroup(input, dataDir);
    const streams = selected(await group.streams(dataDir), input);
    const resume = input.nextToken ? readToken(input.nextToken) : undefined;
    let index = resume
      ? streams.findIndex(({ name }) => name === resume.stream)
      : 0;
    if (index < 0) throw invalidToken();

    const events = [];
    let offset = resume?.offset ?? 0;
    let budget = searchedBytes;
    while (index < streams.length) {
      const { name, open } = streams[index];
      const log = await open();
      const lines = await log.forward(offset, chunkLines, chunkBytes);
      if (lines.length === 0) {
        index += 1;
        offset = 0;
        continue;
      }
      for (const line of lines) {
        budget -= line.end - line.offset;
        offset = line.end;
        const { timestamp, message } = line;
        if (timestamp < startTime || timestamp >= endTime) continue;
        if (!matches(message)) continue;
        events.push({
          logStreamName: name,
          timestamp,
          message,
          ingestionTime: timestamp,
          eventId: `${name}-${line.offset}`,
        });
        if (events.length === limit) break;
      }
      if (events.length === limit || budget <= 0) {
        const nextToken = writeToken({ stream: name, offset });
        return { events, searchedLogStreams: [], nextToken };
      }
    }
    return { events, searchedLogStreams: [] };
  },
});

function selected(
  streams: LogStream[],
  { logStreamNames, logStreamNamePrefix }: FilterLogEventsInput,
): LogStream[] {
  if (logStreamNames && logStreamNamePrefix) {
    throw new AwsError(
      'InvalidParameterException',
      'Give either logStreamNames or logStreamNamePrefix, not both.',
    );
  }
  if (!logStreamNames) {
    return streams.filter(({ name }) =>
      name.startsWith(logStreamNamePrefix ?? ''),
    );
  }
  const unknown = logStreamNames.find(
    name => !streams.some(stream => stream.name === name),
  );
  if (unknown !== undefined) {
    throw new AwsError(
      'ResourceNotFoundException',
      `The log stream ${unknown} does not exist.`,
    );
  }
  return streams.filter(({ name }) => logStreamNames.includes(name));
}

function writeToken({ stream, offset }: Position): string {
  return Buffer.from(`${offset}/${stream}`).toString('base64url');
}

function readToken(token: string): Position {
  const match = /^(\d{1,15})\/(.+)$/.exec(
    Buffer.from(token, 'base64url').toString('utf8'),
  );
  if (!match) throw invalidToken();
  return { stream: match[2], offset: Number(match[1]) };
}
