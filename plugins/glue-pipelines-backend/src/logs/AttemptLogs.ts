import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  CauseRule,
  logConsoleUrl,
  LogLine,
  InsightsResponse,
  LogsResponse,
  LogStream,
  RunDetail,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueApi } from '../aws/GlueApi';
import { LogEvent, LogsApi } from '../aws/LogsApi';
import { SharedAnswers } from '../service/SharedAnswers';
import { AttemptStreams } from './AttemptStreams';
import { emptyBecause } from './emptyBecause';
import { explainAttempt } from './explainAttempt';
import { findAttempt, FoundAttempt, progressOf } from './findAttempt';
import { fromLogCursor, LogCursor, toLogCursor } from './logCursor';
import { readInsights } from './readInsights';
import { searchSources, streamSources } from './logSources';
import { MergedPage, readMerged } from './mergedPage';
import { redactLine } from './redactLine';

/** Lines of an answer, unless asked for others. */
export const DEFAULT_LINES = 200;
/** Bytes of text of an answer. */
const MOST_BYTES = 256 * 1024;
/** Characters of a line. */
const LONGEST_LINE = 8_000;
/** For how many milliseconds an answer serves: of what still runs, and of what has ended. */
const RUNNING_MS = 3_000;
const ENDED_MS = 60_000;
const MOST_ANSWERS = 100;

/** Which lines to read. */
export interface LogQuery {
  /** Id of a job run of the run, or name of one of its crawlers. */
  attempt: string;
  /** `driver` (also when absent), `output`, `error`, or the id or name of a stream. */
  stream?: string;
  /** Only lines that contain it. */
  search?: string;
  /** Epoch milliseconds. */
  from?: number;
  /** Epoch milliseconds. */
  until?: number;
  cursor?: string;
  /** At most 1,000. */
  limit?: number;
}

/** What attempts of runs wrote, for callers that are authorized already. */
export class AttemptLogs {
  private readonly streams: AttemptStreams;
  private readonly answers = new SharedAnswers<LogsResponse>({
    goodForMs: ({ complete }) => (complete ? ENDED_MS : RUNNING_MS),
    most: MOST_ANSWERS,
  });

  constructor(
    private readonly options: {
      glue: GlueApi;
      logs: LogsApi;
      logger: LoggerService;
      /** Causes that an adopter knows besides. */
      causes?: readonly CauseRule[];
    },
  ) {
    this.streams = new AttemptStreams(options);
  }

  /**
   * @throws NotFoundError for an attempt that the run does not have, InputError
   * for a cursor of another question; errors of LogsApi
   */
  async read(
    workflow: WorkflowArn,
    run: RunDetail,
    query: LogQuery,
  ): Promise<LogsResponse> {
    const attempt = findAttempt(run, query.attempt);
    const cursor =
      query.cursor === undefined ? undefined : fromLogCursor(query.cursor);
    if (cursor && (cursor.to === 'found') !== (query.search !== undefined)) {
      throw new InputError(
        'cursor: it belongs to another question. Give it with the same search, or leave it out',
      );
    }
    const { rawState } = attempt.attempt;
    return this.answers.get(
      JSON.stringify([workflow.arn, run.id, rawState, query]),
      () => this.answer(workflow, attempt, query, cursor),
    );
  }

  /**
   * What job run insights tell of a try of a job.
   * @throws NotFoundError for an attempt that the run does not have, InputError
   * for a crawl; errors of LogsApi
   */
  async insights(
    workflow: WorkflowArn,
    run: RunDetail,
    wanted: string,
  ): Promise<InsightsResponse> {
    const attempt = findAttempt(run, wanted);
    if (attempt.logged.type !== 'JOB') {
      throw new InputError(
        `attempt: ${wanted} is a crawler. Give the id of a job run: only of jobs there are insights`,
      );
    }
    return readInsights(
      this.options.logs,
      workflow,
      attempt,
      await this.streams.find(workflow, attempt),
    );
  }

  private async answer(
    workflow: WorkflowArn,
    attempt: FoundAttempt,
    query: LogQuery,
    cursor: LogCursor | undefined,
  ): Promise<LogsResponse> {
    const readAt = new Date().toISOString();
    const { streams, places, problems } = await this.streams.find(
      workflow,
      attempt,
    );
    const chosen = choose(streams, query.stream);
    const to = directionOf(query, cursor);
    const page = await this.page(workflow, attempt, chosen, query, cursor);
    const { isComplete, hasFailed } = progressOf(attempt.attempt);
    const lines = page.events.map(toLine);
    const group = chosen[0]?.logGroup ?? places[0]?.group;
    const isTail = to === 'older' && !cursor && query.until === undefined;
    return {
      lines,
      streams,
      ...cursorsOf(page, to, { isFirst: !cursor, isComplete, query }),
      complete: isComplete,
      ...(lines.length === 0 && {
        emptyBecause: emptyBecause(
          attempt,
          places,
          { streams: streams.length, read: chosen.length },
          {
            stream: query.stream,
            search: query.search,
            isBounded: query.from !== undefined || query.until !== undefined,
            isCursor: cursor !== undefined,
            isOpen: page.further.size > 0,
          },
        ),
      }),
      ...(problems.length > 0 && { problems }),
      ...(isTail &&
        hasFailed && {
          cause: explainAttempt(
            attempt.attempt,
            lines.map(({ text }) => text),
            this.options.causes,
          ),
        }),
      consoleUrl: group && logConsoleUrl(workflow, group, chosen[0]?.name),
      readAt,
    };
  }

  private page(
    workflow: WorkflowArn,
    { times }: FoundAttempt,
    chosen: LogStream[],
    query: LogQuery,
    cursor: LogCursor | undefined,
  ): Promise<MergedPage> {
    const { logs } = this.options;
    const to = directionOf(query, cursor);
    const bounds = {
      from: latest(times.from, query.from),
      until: earliest(times.until, query.until),
    };
    const sources =
      query.search === undefined
        ? streamSources(
            logs,
            workflow,
            chosen,
            to === 'older' ? 'older' : 'newer',
            bounds,
          )
        : searchSources(logs, workflow, chosen, query.search, bounds);
    return readMerged(
      // Going on to newer lines, streams that were not there before begin at their beginning.
      sources.filter(
        ({ id }) => !cursor || to === 'newer' || cursor.positions.has(id),
      ),
      cursor?.positions ?? new Map(),
      to === 'older' ? 'older' : 'newer',
      { events: query.limit ?? DEFAULT_LINES, bytes: MOST_BYTES },
    );
  }
}

function directionOf(
  { search, from }: LogQuery,
  cursor: LogCursor | undefined,
): LogCursor['to'] {
  if (cursor) {
    return cursor.to;
  }
  if (search !== undefined) {
    return 'found';
  }
  return from === undefined ? 'older' : 'newer';
}

function cursorsOf(
  { further, ends, back }: MergedPage,
  to: LogCursor['to'],
  {
    isFirst,
    isComplete,
    query,
  }: { isFirst: boolean; isComplete: boolean; query: LogQuery },
): Pick<LogsResponse, 'previousCursor' | 'nextCursor'> {
  const cursor = (there: LogCursor['to'], positions: LogCursor['positions']) =>
    toLogCursor({ to: there, positions });
  if (to === 'found') {
    return {
      nextCursor: further.size > 0 ? cursor('found', further) : undefined,
    };
  }
  if (to === 'older') {
    const isNewest = isFirst && query.until === undefined;
    return {
      previousCursor: further.size > 0 ? cursor('older', further) : undefined,
      nextCursor: isNewest && isComplete ? undefined : cursor('newer', back),
    };
  }
  const goesOn = further.size > 0 || !isComplete;
  return {
    previousCursor:
      isFirst || back.size === 0 ? undefined : cursor('older', back),
    nextCursor: goesOn
      ? cursor('newer', new Map([...further, ...ends]))
      : undefined,
  };
}

function choose(streams: LogStream[], wanted: string | undefined): LogStream[] {
  switch (wanted) {
    case undefined:
    case 'driver':
      return streams.filter(({ part }) => part === 'driver');
    case 'output':
    case 'error':
      return streams.filter(
        ({ kind, part }) => kind === wanted && part === 'driver',
      );
    default:
      return streams.filter(({ id, name }) => id === wanted || name === wanted);
  }
}

function toLine({ timestamp, stream, message }: LogEvent): LogLine {
  const text = message.replace(/\r?\n$/, '');
  const isLong = text.length > LONGEST_LINE;
  return {
    time: new Date(timestamp).toISOString(),
    stream,
    text: redactLine(isLong ? text.slice(0, LONGEST_LINE) : text),
    ...(isLong && { cut: true as const }),
  };
}

function latest(a: number | undefined, b: number | undefined) {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function earliest(a: number | undefined, b: number | undefined) {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
