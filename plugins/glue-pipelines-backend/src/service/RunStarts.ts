import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import {
  parseWorkflowArn,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueApi } from '../aws/GlueApi';
import { detailsOf, mayHaveArrived } from '../aws/awsErrors';
import { RunStore } from '../database/RunStore';
import { StartIntent, StartIntents } from '../database/StartIntents';
import { HttpError } from './HttpError';
import { START_KEY_PROPERTY } from './runProperties';

/** Milliseconds after which whoever asked Glue has long given up: a call ends after 15 s. */
const GIVEN_UP_MS = 60_000;
/** Glue lists a new run soon, but not at once. */
const LOOKS_MS = [500, 1_500, 3_000];
/** How long a request waits for another one with its key, in milliseconds, and how often it looks. */
const WAIT_MS = 25_000;
const WAIT_POLL_MS = 200;
/** Milliseconds after which a run that Glue does not list has not begun. */
const NEVER_BEGAN_MS = 10 * 60_000;
/** Milliseconds for which a key is remembered. */
const REMEMBER_MS = 2 * 24 * 60 * 60_000;
const LOST_PER_ROUND = 50;

export interface RunStart {
  workflow: WorkflowArn;
  properties: Record<string, string>;
  /** User entity ref. */
  startedBy: string;
  /** Two requests with the same key are the same start. */
  key?: string;
}

/**
 * Starts runs, each once. StartWorkflowRun takes no idempotency token (AWS Glue
 * API reference), so the intent is stored first and its key goes to Glue as a
 * run property: of requests with the same key one asks Glue, and a run whose
 * answer was lost is found by it.
 */
export class RunStarts {
  constructor(
    private readonly options: {
      glue: GlueApi;
      store: RunStore;
      intents: StartIntents;
      logger: LoggerService;
      /** Pauses before each look for a run whose answer was lost, in milliseconds. */
      looksMs?: number[];
    },
  ) {}

  /**
   * Answers with the run's id.
   * @throws errors of GlueApi, HttpError beyond the limit of starts, ConflictError for a key of
   * another start, ServiceUnavailableError while it is not known whether the
   * run has begun
   */
  async start(start: RunStart): Promise<string> {
    const { intents } = this.options;
    const { workflow, startedBy, properties } = start;
    const wanted = {
      workflowArn: workflow.arn,
      key: start.key ?? randomUUID(),
      startedBy,
      propertiesHash: hashOf(properties),
    };
    const deadline = Date.now() + WAIT_MS;
    for (;;) {
      const begin = await intents.begin(wanted, new Date());
      if ('exceeded' in begin) {
        throw tooMany(begin.exceeded, begin.limit);
      }
      const { intent } = begin;
      if (begin.isNew) {
        return this.attempt(intent, start);
      }
      if (
        intent.startedBy !== startedBy ||
        intent.propertiesHash !== wanted.propertiesHash
      ) {
        throw new ConflictError(
          `idempotencyKey: '${wanted.key}' belongs to another start of workflow '${workflow.name}'. Use a new key for each start`,
        );
      }
      if (intent.runId) {
        return intent.runId;
      }
      const now = new Date();
      if (
        intent.attemptedAt.getTime() < now.getTime() - GIVEN_UP_MS &&
        (await intents.takeOver(intent, now))
      ) {
        const found = await this.find(workflow, intent);
        return found ? this.begun(intent, found) : this.attempt(intent, start);
      }
      if (now.getTime() > deadline) {
        throw unknownOutcome(workflow);
      }
      await sleep(WAIT_POLL_MS);
    }
  }

  /** Finds out what became of starts whose answer was lost and that nobody asks for any more. */
  async settleLost(): Promise<void> {
    const { intents, logger } = this.options;
    const now = Date.now();
    await intents.prune(new Date(now - REMEMBER_MS));
    const lost = await intents.lost(
      new Date(now - GIVEN_UP_MS),
      LOST_PER_ROUND,
    );
    for (const intent of lost) {
      try {
        const found = await this.find(
          parseWorkflowArn(intent.workflowArn),
          intent,
        );
        if (found) {
          await this.begun(intent, found);
        } else if (intent.attemptedAt.getTime() < now - NEVER_BEGAN_MS) {
          await intents.refused(intent);
        }
      } catch (error) {
        logger.warn(
          `Cannot find out whether a run of ${intent.workflowArn} that ${intent.startedBy} started has begun: ${detailsOf(error)}`,
        );
      }
    }
  }

  private async attempt(
    intent: StartIntent,
    { workflow, properties }: RunStart,
  ): Promise<string> {
    const { glue, intents, logger, looksMs = LOOKS_MS } = this.options;
    try {
      const runId = await glue.startRun(workflow, {
        ...properties,
        [START_KEY_PROPERTY]: intent.key,
      });
      return await this.begun(intent, runId);
    } catch (error) {
      if (!mayHaveArrived(error)) {
        await intents.refused(intent);
        throw error;
      }
      logger.warn(
        `The answer to the start of ${workflow.arn} was lost: ${detailsOf(error)}`,
      );
    }
    for (const pause of looksMs) {
      await sleep(pause);
      try {
        const found = await this.find(workflow, intent);
        if (found) {
          return await this.begun(intent, found);
        }
      } catch (error) {
        logger.warn(
          `Cannot look for the run of ${workflow.arn}: ${detailsOf(error)}`,
        );
      }
    }
    throw unknownOutcome(workflow);
  }

  private async begun(intent: StartIntent, runId: string): Promise<string> {
    const { intents, store, logger } = this.options;
    try {
      await intents.started(intent, runId);
      await store.recordStart({
        workflowArn: intent.workflowArn,
        runId,
        startedBy: intent.startedBy,
        at: intent.attemptedAt,
      });
    } catch (error) {
      // The run has begun: to report an error would invite a second start.
      logger.error(
        `Run ${runId} of ${intent.workflowArn}, started by ${intent.startedBy}, is not recorded yet: ${error}`,
      );
    }
    return runId;
  }

  /** The run of an intent; a resumed run has the properties of the one before. */
  private async find(
    workflow: WorkflowArn,
    intent: StartIntent,
  ): Promise<string | undefined> {
    const runs = await this.options.glue.listRuns(workflow);
    return runs.find(
      run =>
        run.WorkflowRunProperties?.[START_KEY_PROPERTY] === intent.key &&
        !run.PreviousRunId,
    )?.WorkflowRunId;
  }
}

function tooMany(whose: 'user' | 'workflow', limit: number) {
  return new HttpError(
    'TooManyStartsError',
    429,
    whose === 'user'
      ? `You have started ${limit} runs within a minute, as many as the portal allows. Wait a minute`
      : `This workflow was started ${limit} times within a minute, as often as the portal allows. Wait a minute`,
  );
}

function unknownOutcome({ name }: WorkflowArn) {
  return new ServiceUnavailableError(
    `It is not known yet whether the run of workflow '${name}' has begun: the answer of AWS was lost. Look for the run in a minute, or start it again with the same request: it begins once`,
  );
}

function hashOf(properties: Record<string, string>): string {
  const sorted = Object.entries(properties).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
