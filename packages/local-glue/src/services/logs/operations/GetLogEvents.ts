import { inputs } from '../inputs';
import { logsOperation } from '../operation';
import { CapturedLine } from '../../../jobs/capture/CapturedLog';
import { logGroup, logStream } from '../logGroups';
import { invalidToken } from '../errors';

export interface GetLogEventsInput {
  logGroupName?: string;
  logGroupIdentifier?: string;
  logStreamName?: string;
  /** Epoch milliseconds, included. */
  startTime?: number;
  /** Epoch milliseconds, not included. */
  endTime?: number;
  nextToken?: string;
  /** At most 10,000. */
  limit?: number;
  startFromHead?: boolean;
}

/** Bytes of one answer (CloudWatch Logs document "GetLogEvents"). */
const pageBytes = 1024 * 1024;

/**
 * One page of a stream, oldest first. A token is a direction and the offset
 * where the page ends: at the end of the stream it stays what it was, which is
 * how clients see that there is no more. Times bound what a page shows, so
 * that a page may be empty though more follows.
 */
export const GetLogEvents = logsOperation<GetLogEventsInput>({
  name: 'GetLogEvents',
  input: inputs.GetLogEvents,
  async handle(input, { dataDir }) {
    const stream = await logStream(
      await logGroup(input, dataDir),
      input.logStreamName,
      dataDir,
    );
    const limit = input.limit ?? 10_000;
    const log = await stream.open();
    const from = input.nextToken
      ? readToken(input.nextToken)
      : startOf(input, log.end);
    const lines =
      from.direction === 'f'
        ? await log.forward(from.offset, limit, pageBytes)
        : await log.backward(from.offset, limit, pageBytes);
    const first = lines[0]?.offset ?? from.offset;
    const end = lines[lines.length - 1]?.end ?? from.offset;
    const { startTime = -Infinity, endTime = Infinity } = input;
    return {
      events: lines
        .filter(
          ({ timestamp }) => timestamp >= startTime && timestamp < endTime,
        )
        .map(toEvent),
      nextForwardToken: `f/${end}`,
      nextBackwardToken: `b/${first}`,
    };
  },
});

function toEvent({ timestamp, message }: CapturedLine) {
  return { timestamp, message, ingestionTime: timestamp };
}

/** The latest events unless asked to start from the head. */
function startOf(
  { startFromHead }: GetLogEventsInput,
  end: number,
): { direction: string; offset: number } {
  return startFromHead
    ? { direction: 'f', offset: 0 }
    : { direction: 'b', offset: end };
}

function readToken(token: string): { direction: string; offset: number } {
  const match = /^([fb])\/(\d{1,15})$/.exec(token);
  if (!match) throw invalidToken();
  return { direction: match[1], offset: Number(match[2]) };
}
