import { AwsError } from '../../../base/AwsError';
import { inputs } from '../inputs';
import { logsOperation } from '../operation';
import { logGroup, LogStream } from '../logGroups';
import { offsetPage } from '../../../protocol/offsetPage';
import { invalidToken } from '../errors';

export interface DescribeLogStreamsInput {
  logGroupName?: string;
  logGroupIdentifier?: string;
  logStreamNamePrefix?: string;
  /** By name unless told otherwise. */
  orderBy?: 'LogStreamName' | 'LastEventTime';
  descending?: boolean;
  nextToken?: string;
  /** At most 50. */
  limit?: number;
}

export const DescribeLogStreams = logsOperation<DescribeLogStreamsInput>({
  name: 'DescribeLogStreams',
  input: inputs.DescribeLogStreams,
  async handle(input, { accountId, dataDir, region }) {
    const { logStreamNamePrefix, orderBy = 'LogStreamName' } = input;
    if (orderBy === 'LastEventTime' && logStreamNamePrefix) {
      throw new AwsError(
        'InvalidParameterException',
        'Cannot order by LastEventTime with a logStreamNamePrefix.',
      );
    }
    const group = await logGroup(input, dataDir);
    const arn = `arn:aws:logs:${region}:${accountId}:log-group:${group.name}:log-stream`;
    const streams = (await group.streams(dataDir)).filter(({ name }) =>
      name.startsWith(logStreamNamePrefix ?? ''),
    );
    const described = await Promise.all(streams.map(describe));
    described.sort((a, b) =>
      orderBy === 'LastEventTime'
        ? (a.lastEventTimestamp ?? 0) - (b.lastEventTimestamp ?? 0)
        : compare(a.logStreamName, b.logStreamName),
    );
    if (input.descending) described.reverse();
    const { items, nextToken } = offsetPage(
      described,
      input.nextToken,
      undefined,
      input.limit ?? 50,
      invalidToken,
    );
    return {
      logStreams: items.map(stream => ({
        ...stream,
        arn: `${arn}:${stream.logStreamName}`,
      })),
      nextToken,
    };
  },
});

async function describe({ name, createdAt, open }: LogStream) {
  const log = await open();
  const [first] = await log.forward(0, 1, 1);
  const [last] = await log.backward(log.end, 1, 1);
  return {
    logStreamName: name,
    creationTime: createdAt,
    ...(first && {
      firstEventTimestamp: first.timestamp,
      lastEventTimestamp: last?.timestamp ?? first.timestamp,
      lastIngestionTime: last?.timestamp ?? first.timestamp,
    }),
    storedBytes: log.storedBytes,
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
