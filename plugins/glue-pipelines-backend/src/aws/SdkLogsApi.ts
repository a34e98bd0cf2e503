import {
  CloudWatchLogsClient,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { NotFoundError } from '@backstage/errors';
import { AwsCalls } from './AwsCalls';
import { GlueLocation } from './GlueApi';
import { LogEvent, LogsApi } from './LogsApi';
import { OperationName } from './operations';

/** The largest page of DescribeLogStreams (CloudWatch Logs API reference). */
const STREAMS_PAGE_SIZE = 50;

/** CloudWatch Logs through the AWS SDK. */
export class SdkLogsApi implements LogsApi {
  constructor(private readonly calls: AwsCalls) {}

  async listStreams(
    location: GlueLocation,
    group: string,
    prefix: string,
    most: number,
  ) {
    const streams: { name: string; lastEventAt?: number }[] = [];
    let nextToken: string | undefined;
    do {
      const token = nextToken;
      const page = await this.reading(
        location,
        'DescribeLogStreams',
        group,
        client =>
          client.send(
            new DescribeLogStreamsCommand({
              logGroupName: group,
              logStreamNamePrefix: prefix,
              limit: STREAMS_PAGE_SIZE,
              nextToken: token,
            }),
          ),
      );
      for (const stream of page?.logStreams ?? []) {
        streams.push({
          name: stream.logStreamName ?? '',
          lastEventAt: stream.lastEventTimestamp,
        });
      }
      nextToken = page?.nextToken;
    } while (nextToken && streams.length < most);
    return streams.slice(0, most);
  }

  async readEvents(
    location: GlueLocation,
    {
      group,
      stream,
      token,
      oldestFirst,
      limit,
      from,
      until,
    }: Parameters<LogsApi['readEvents']>[1],
  ) {
    const page = await this.reading(location, 'GetLogEvents', group, client =>
      client.send(
        new GetLogEventsCommand({
          logGroupName: group,
          logStreamName: stream,
          nextToken: token,
          startFromHead: oldestFirst,
          limit,
          startTime: from,
          endTime: until,
        }),
      ),
    );
    return {
      events: toEvents(page?.events, stream),
      forward: page?.nextForwardToken,
      backward: page?.nextBackwardToken,
    };
  }

  async findEvents(
    location: GlueLocation,
    {
      group,
      streams,
      pattern,
      token,
      limit,
      from,
      until,
    }: Parameters<LogsApi['findEvents']>[1],
  ) {
    const page = await this.reading(
      location,
      'FilterLogEvents',
      group,
      client =>
        client.send(
          new FilterLogEventsCommand({
            logGroupName: group,
            logStreamNames: streams,
            filterPattern: pattern,
            nextToken: token,
            limit,
            startTime: from,
            endTime: until,
          }),
        ),
    );
    return { events: toEvents(page?.events), forward: page?.nextToken };
  }

  /** Answers `undefined` where there is no such group or stream. */
  private async reading<T>(
    location: GlueLocation,
    operation: OperationName,
    group: string,
    send: (client: CloudWatchLogsClient) => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await this.calls.reading(
        {
          client: CloudWatchLogsClient,
          location,
          operation,
          subject: `log group '${group}'`,
        },
        send,
      );
    } catch (error) {
      if (error instanceof NotFoundError) {
        return undefined;
      }
      throw error;
    }
  }
}

function toEvents(
  events:
    | { timestamp?: number; message?: string; logStreamName?: string }[]
    | undefined,
  stream?: string,
): LogEvent[] {
  return (events ?? []).map(event => ({
    timestamp: event.timestamp ?? 0,
    stream: stream ?? event.logStreamName ?? '',
    message: event.message ?? '',
  }));
}
