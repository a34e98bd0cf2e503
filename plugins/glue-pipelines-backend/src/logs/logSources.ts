import {
  LogStream,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { LogEvent, LogsApi, LogTimes } from '../aws/LogsApi';
import { streamId } from './AttemptStreams';
import { LogSource } from './mergedPage';
import { searchPattern } from './searchPattern';

/** Streams that one search takes (FilterLogEvents, CloudWatch Logs API reference). */
const MOST_SEARCHED = 100;

/** Each stream as it stands; the `stream` of an event is the stream's id. */
export function streamSources(
  logs: LogsApi,
  workflow: WorkflowArn,
  streams: readonly LogStream[],
  to: 'older' | 'newer',
  times: LogTimes,
): LogSource[] {
  return streams.map(({ id, logGroup, name }) => ({
    id,
    async read({ token, until }, limit) {
      const oldestFirst = to === 'newer';
      const { events, forward, backward } = await logs.readEvents(workflow, {
        group: logGroup,
        stream: name,
        token,
        oldestFirst,
        limit,
        from: times.from,
        until: earlier(times.until, until),
      });
      const identified = events.map(event => ({ ...event, stream: id }));
      return oldestFirst
        ? { events: identified, near: backward, far: forward }
        : { events: identified.reverse(), near: forward, far: backward };
    },
  }));
}

/** What of the streams contains a text, by group. */
export function searchSources(
  logs: LogsApi,
  workflow: WorkflowArn,
  streams: readonly LogStream[],
  search: string,
  times: LogTimes,
): LogSource[] {
  const byGroup = new Map<string, string[]>();
  for (const { logGroup, name } of streams) {
    byGroup.set(logGroup, [...(byGroup.get(logGroup) ?? []), name]);
  }
  return [...byGroup].map(([group, names]) => ({
    id: group,
    async read({ token }, limit) {
      const { events, forward } = await logs.findEvents(workflow, {
        group,
        streams: names.slice(0, MOST_SEARCHED),
        pattern: searchPattern(search),
        token,
        limit,
        ...times,
      });
      return {
        events: events.map((event): LogEvent => ({
          ...event,
          stream: streamId(group, event.stream),
        })),
        far: forward,
      };
    },
  }));
}

function earlier(a: number | undefined, b: number | undefined) {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
