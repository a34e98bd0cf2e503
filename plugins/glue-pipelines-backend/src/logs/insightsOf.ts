import {
  InsightEvent,
  InsightsResponse,
  lastMeaningfulLine,
  ScriptLine,
} from '@glue-pipelines/backstage-plugin-common';
import { LogEvent } from '../aws/LogsApi';
import { redactLine } from './redactLine';

type Fields = Record<string, unknown>;
type Insights = Omit<InsightsResponse, 'absent' | 'problems' | 'readAt'>;

/** The event of the exception that ended the script; the others are of Spark. */
const SCRIPT_FAILED = 'GlueETLJobExceptionEvent';

/** Characters of a text of an answer. */
const LONGEST_TEXT = 2_000;

/**
 * What job run insights tell of a failure. Glue logs events in JSON after words
 * of its own ("Monitoring with AWS Glue job run insights", AWS Glue Developer
 * Guide, whose fields are not documented): what is not there is left out.
 *
 * @param analysis - events of the stream of the exception analysis, oldest first
 * @param guidance - events of the stream of rules, which Glue 5 no longer has
 */
export function insightsOf(
  analysis: readonly LogEvent[],
  guidance: readonly LogEvent[] = [],
): Insights {
  const events = analysis
    .map(({ message }) => fieldsOf(message))
    .filter(fields => fields !== undefined);
  const failure =
    events.findLast(({ Event }) => Event === SCRIPT_FAILED) ?? events.at(-1);
  return {
    ...(failure && scriptOf(failure)),
    reason: failure && reasonOf(failure),
    events: events.filter(event => event !== failure).map(eventOf),
    recommendations: [...new Set(guidance.flatMap(recommendationsOf))],
  };
}

function fieldsOf(message: string): Fields | undefined {
  try {
    const fields: Fields | null = JSON.parse(
      message.slice(message.indexOf('{')),
    );
    return typeof fields === 'object' && fields !== null ? fields : undefined;
  } catch {
    return undefined;
  }
}

/** Where the script was: the innermost frame that is in it, and the outermost, from which all began. */
function scriptOf(
  failure: Fields,
): Pick<Insights, 'script' | 'failedAt' | 'lastExecuted'> {
  const script = textOf(failure.script);
  const trace = failure['Stack Trace'];
  const lines = (Array.isArray(trace) ? trace : []).flatMap(
    (frame: Fields): ScriptLine[] => {
      const line = frame?.['Line Number'];
      const isInScript =
        script !== undefined &&
        String(frame?.['File Name']).split('/').at(-1) === script;
      return isInScript && Number.isInteger(line)
        ? [{ line: line as number, code: textOf(frame['Method Name']) }]
        : [];
    },
  );
  const last = failure['Last Executed Line number'];
  return {
    script,
    failedAt: lines[0],
    lastExecuted: Number.isInteger(last)
      ? (lines.findLast(({ line }) => line === last) ?? {
          line: last as number,
        })
      : undefined,
  };
}

function eventOf(fields: Fields): InsightEvent {
  const { Event, Timestamp } = fields;
  const executor = fields['Executor ID'];
  return {
    name: textOf(Event) ?? 'event',
    at: Number.isSafeInteger(Timestamp)
      ? new Date(Timestamp as number).toISOString()
      : undefined,
    executor: executor === undefined ? undefined : String(executor),
    reason: reasonOf(fields),
  };
}

function reasonOf(fields: Fields): string | undefined {
  const reason = fields['Failure Reason'];
  return typeof reason === 'string'
    ? textOf(lastMeaningfulLine(reason.split('\n')) ?? reason)
    : undefined;
}

/** What a rule says is the cause, and to do; the whole of what is written otherwise. */
function recommendationsOf({ message }: LogEvent): string[] {
  const told = Object.entries(fieldsOf(message) ?? {}).flatMap(
    ([name, value]) =>
      /cause|recommend/i.test(name) ? (textOf(value) ?? []) : [],
  );
  return told.length > 0 ? told : [textOf(message) ?? []].flat();
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text ? redactLine(text.slice(0, LONGEST_TEXT)) : undefined;
}
