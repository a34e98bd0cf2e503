import { Answer, GlueEndpoint } from './GlueEndpoint';

export type ScriptedEvent = [timestamp: number, message: string];

interface Input {
  logGroupName: string;
  logStreamName: string;
  logStreamNames: string[];
  logStreamNamePrefix: string;
  filterPattern: string;
  startFromHead?: boolean;
  startTime?: number;
  endTime?: number;
  nextToken?: string;
  limit: number;
}

const fail = (code: string, Message: string): Answer => ({
  status: 400,
  body: { __type: code, Message },
});
const missing = () => fail('ResourceNotFoundException', 'It does not exist');

/**
 * CloudWatch Logs and the settings of jobs at the address of a `GlueEndpoint`,
 * from streams that a test sets: for layouts, tokens and faults that a local
 * server does not have.
 */
export class ScriptedLogs {
  /** What was asked of FilterLogEvents and GetLogEvents, in order. */
  readonly asked: Input[] = [];
  /** Groups that the portal's role may not read. */
  readonly denied = new Set<string>();
  /** What GetJob and GetJobRun tell. Without it there is no such job. */
  job?: { Job: object; JobRun: object };
  private readonly streams = new Map<string, ScriptedEvent[]>();

  constructor(glue: GlueEndpoint) {
    Object.assign(glue.more, {
      DescribeLogStreams: (input: Input) => this.describe(input),
      GetLogEvents: (input: Input) => this.get(input),
      FilterLogEvents: (input: Input) => this.filter(input),
      ...Object.fromEntries(
        ['GetJob', 'GetJobRun'].map(operation => [
          operation,
          () =>
            this.job
              ? { status: 200, body: this.job }
              : fail('EntityNotFoundException', 'No such job'),
        ]),
      ),
    });
  }

  put(group: string, stream: string, events: ScriptedEvent[]) {
    this.streams.set(`${group}:${stream}`, events);
  }

  private names(group: string): string[] {
    return [...this.streams.keys()]
      .filter(key => key.startsWith(`${group}:`))
      .map(key => key.slice(group.length + 1))
      .sort();
  }

  private refusal({ logGroupName }: Input): Answer | undefined {
    if (this.denied.has(logGroupName)) {
      return fail('AccessDeniedException', 'arn:aws:sts::1:role/portal');
    }
    return this.names(logGroupName).length === 0 ? missing() : undefined;
  }

  private describe(input: Input): Answer {
    const names = this.names(input.logGroupName).filter(name =>
      name.startsWith(input.logStreamNamePrefix),
    );
    const from = Number(input.nextToken ?? 0);
    const to = from + input.limit;
    return (
      this.refusal(input) ?? {
        status: 200,
        body: {
          logStreams: names.slice(from, to).map(logStreamName => ({
            logStreamName,
          })),
          nextToken: to < names.length ? String(to) : undefined,
        },
      }
    );
  }

  private get(input: Input): Answer {
    this.asked.push(input);
    const all = this.streams.get(
      `${input.logGroupName}:${input.logStreamName}`,
    );
    if (!all) {
      return missing();
    }
    const [direction, place] = (input.nextToken ?? '').split('/');
    if (direction === 'f' && !input.startFromHead) {
      return fail('InvalidParameterException', 'startFromHead must be true');
    }
    const within = (time: number) =>
      time >= (input.startTime ?? 0) && time < (input.endTime ?? Infinity);
    const first = all.findIndex(([time]) => within(time));
    const last = all.findLastIndex(([time]) => within(time)) + 1;
    let from: number;
    let to: number;
    if (direction === 'f' || (!direction && input.startFromHead)) {
      from = direction ? Number(place) : Math.max(0, first);
      to = Math.min(Math.max(last, from), from + input.limit);
    } else {
      to = direction ? Number(place) : last;
      from = Math.max(Math.max(0, first), to - input.limit);
    }
    return {
      status: 200,
      body: {
        events: all
          .slice(from, to)
          .map(([timestamp, message]) => ({ timestamp, message })),
        nextForwardToken: `f/${to}`,
        nextBackwardToken: `b/${from}`,
      },
    };
  }

  /** The pattern is one quoted phrase: nothing else is understood. */
  private filter(input: Input): Answer {
    this.asked.push(input);
    const phrase = /^"((?:[^"\\]|\\.)*)"$/.exec(input.filterPattern)?.[1];
    if (phrase === undefined) {
      return fail('InvalidParameterException', 'Invalid filter pattern');
    }
    const text = phrase.replace(/\\(.)/g, '$1');
    const found = input.logStreamNames
      .flatMap(logStreamName =>
        (this.streams.get(`${input.logGroupName}:${logStreamName}`) ?? []).map(
          ([timestamp, message]) => ({ logStreamName, timestamp, message }),
        ),
      )
      .filter(
        ({ timestamp, message }) =>
          message.includes(text) &&
          timestamp >= (input.startTime ?? 0) &&
          timestamp < (input.endTime ?? Infinity),
      )
      .sort((a, b) => a.timestamp - b.timestamp);
    const from = Number(input.nextToken ?? 0);
    const to = from + input.limit;
    return {
      status: 200,
      body: {
        events: found.slice(from, to),
        nextToken: to < found.length ? String(to) : undefined,
      },
    };
  }
}
