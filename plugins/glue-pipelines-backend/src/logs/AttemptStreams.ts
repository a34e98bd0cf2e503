import { LoggerService } from '@backstage/backend-plugin-api';
import {
  LogStream,
  logConsoleUrl,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { detailsOf, remedyOf } from '../aws/awsErrors';
import { GlueApi, JobRunSettings } from '../aws/GlueApi';
import { LogsApi } from '../aws/LogsApi';
import { SharedAnswers } from '../service/SharedAnswers';
import { FoundAttempt, progressOf } from './findAttempt';
import { LogPlace, partOf, placesOf } from './logPlaces';

/** A job has at most 299 workers, each with a stream in each log (AWS Glue endpoints and quotas). */
const MOST_STREAMS = 1_000;
/** For how many milliseconds it is known where an attempt writes to: while it runs, and later. */
const RUNNING_MS = 10_000;
const ENDED_MS = 10 * 60_000;
const MOST_KEPT = 200;

/** What an attempt wrote to. */
export interface AttemptStreamsFound {
  streams: LogStream[];
  /** Where they were looked for. */
  places: LogPlace[];
  /** One sentence for each place that could not be looked at. */
  problems: string[];
}

/** Finds the streams of attempts. */
export class AttemptStreams {
  private readonly found = new SharedAnswers<
    AttemptStreamsFound & { isFinal: boolean }
  >({
    goodForMs: ({ isFinal }) => (isFinal ? ENDED_MS : RUNNING_MS),
    most: MOST_KEPT,
  });

  constructor(
    private readonly options: {
      glue: GlueApi;
      logs: LogsApi;
      logger: LoggerService;
    },
  ) {}

  /** @throws errors of LogsApi where no place at all can be looked at */
  find(
    workflow: WorkflowArn,
    attempt: FoundAttempt,
  ): Promise<AttemptStreamsFound> {
    const key = JSON.stringify([
      workflow.accountId,
      workflow.region,
      attempt.node.name,
      attempt.logged,
    ]);
    return this.found.get(key, async () => {
      const found = await this.look(workflow, attempt);
      return {
        ...found,
        isFinal:
          progressOf(attempt.attempt).isComplete &&
          found.streams.length > 0 &&
          found.problems.length === 0,
      };
    });
  }

  private async look(
    workflow: WorkflowArn,
    { node, logged }: FoundAttempt,
  ): Promise<AttemptStreamsFound> {
    const { logs, logger } = this.options;
    const settings =
      logged.type === 'JOB'
        ? await this.settingsOf(workflow, node.name, logged.jobRunId)
        : undefined;
    const places = placesOf(logged, settings);
    const looks = await Promise.allSettled(
      places.map(async place => ({
        place,
        streams: await logs.listStreams(
          workflow,
          place.group,
          place.prefix,
          MOST_STREAMS,
        ),
      })),
    );
    const failures = looks.filter(look => look.status === 'rejected');
    if (failures.length > 0 && failures.length === places.length) {
      throw failures[0].reason;
    }
    failures.forEach(({ reason }) =>
      logger.warn(`Cannot look for logs of ${node.name}: ${detailsOf(reason)}`),
    );
    return {
      places,
      problems: failures.map(({ reason }) => remedyOf(reason)),
      streams: looks.flatMap(look =>
        look.status === 'rejected'
          ? []
          : look.value.streams.flatMap(({ name, lastEventAt }): LogStream[] => {
              const { kind, group } = look.value.place;
              const part = partOf(logged, name);
              return part
                ? [
                    {
                      id: streamId(group, name),
                      name,
                      kind,
                      part,
                      logGroup: group,
                      consoleUrl: logConsoleUrl(workflow, group, name),
                      lastEventAt:
                        lastEventAt === undefined
                          ? undefined
                          : new Date(lastEventAt).toISOString(),
                    },
                  ]
                : [];
            }),
      ),
    };
  }

  /** Without them the log is looked for where Glue writes by default. */
  private async settingsOf(
    workflow: WorkflowArn,
    jobName: string,
    jobRunId: string,
  ): Promise<JobRunSettings | undefined> {
    const { glue, logger } = this.options;
    try {
      return await glue.readJobRunSettings(workflow, { jobName, jobRunId });
    } catch (error) {
      logger.warn(
        `Looking for the log of ${jobRunId} where Glue writes by default, since its settings cannot be read: ${detailsOf(error)}`,
      );
      return undefined;
    }
  }
}

/** Neither groups nor streams have colons in their names. */
export function streamId(group: string, name: string): string {
  return `${group}:${name}`;
}
