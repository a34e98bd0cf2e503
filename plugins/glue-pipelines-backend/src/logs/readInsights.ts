import {
  InsightsResponse,
  LogStream,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { LogEvent, LogsApi } from '../aws/LogsApi';
import { AttemptStreamsFound } from './AttemptStreams';
import { FoundAttempt, progressOf } from './findAttempt';
import { insightsOf } from './insightsOf';

/** Events of a stream that are looked at: the newest, which are of what ended the job. */
const MOST_EVENTS = 100;

/**
 * Reads the streams of job run insights that an attempt has.
 * @throws errors of LogsApi
 */
export async function readInsights(
  logs: LogsApi,
  workflow: WorkflowArn,
  { attempt }: FoundAttempt,
  { streams, problems }: AttemptStreamsFound,
): Promise<InsightsResponse> {
  const { hasFailed } = progressOf(attempt);
  const insights = streams.filter(({ part }) => part === 'insights');
  const read = async (of: LogStream[]): Promise<LogEvent[]> => {
    const pages = await Promise.all(
      of.map(({ logGroup, name }) =>
        logs.readEvents(workflow, {
          group: logGroup,
          stream: name,
          oldestFirst: false,
          limit: MOST_EVENTS,
        }),
      ),
    );
    return pages.flatMap(({ events }) => events);
  };
  const isGuidance = ({ name }: LogStream) => name.endsWith('-rule-driver');
  const [analysis, guidance] = await Promise.all([
    read(insights.filter(stream => !isGuidance(stream))),
    read(insights.filter(isGuidance)),
  ]);
  return {
    ...insightsOf(analysis, guidance),
    ...(insights.length === 0 && {
      absent: hasFailed ? ('not-written' as const) : ('not-failed' as const),
    }),
    ...(problems.length > 0 && { problems }),
    readAt: new Date().toISOString(),
  };
}
