import { setTimeout as sleep } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { WorkflowArn } from '@glue-pipelines/backstage-plugin-common';
import { detailsOf } from '../aws/awsErrors';
import { Collector } from '../collector/Collector';

/** How long a page waits for a graph, in milliseconds; it goes on being read. */
const WAIT_MS = 2_000;
/** Milliseconds until Glue is asked again for a run that it has forgotten, or would not tell. */
const FORGOTTEN_MS = 24 * 60 * 60_000;
const RETRY_MS = 60_000;
/** Runs of which it is remembered that Glue need not be asked. */
const MOST_REMEMBERED = 10_000;

/**
 * Graphs of runs of the past, of which only the place in the list was read:
 * they are read when somebody looks, as long as Glue knows them. A look never
 * fails on Glue, and asks it once.
 */
export class OldRunGraphs {
  private readonly reading = new Map<string, Promise<void>>();
  /** Until when Glue is not asked for a run; the oldest entry first. */
  private readonly notBefore = new Map<string, number>();

  constructor(
    private readonly options: { collector: Collector; logger: LoggerService },
  ) {}

  /** Answers when the graph is stored, or cannot be soon. */
  async read(workflow: WorkflowArn, runId: string): Promise<void> {
    const key = `${workflow.arn} ${runId}`;
    if ((this.notBefore.get(key) ?? 0) > Date.now()) {
      return;
    }
    let reading = this.reading.get(key);
    if (!reading) {
      reading = this.tryToRead(workflow, runId, key).finally(() =>
        this.reading.delete(key),
      );
      this.reading.set(key, reading);
    }
    await Promise.race([reading, sleep(WAIT_MS, undefined, { ref: false })]);
  }

  private async tryToRead(workflow: WorkflowArn, runId: string, key: string) {
    try {
      await this.options.collector.collectRun(workflow.arn, runId);
    } catch (error) {
      const forgotten = isError(error) && error.name === 'NotFoundError';
      this.remember(key, forgotten ? FORGOTTEN_MS : RETRY_MS);
      if (!forgotten) {
        this.options.logger.warn(
          `Cannot read the graph of run ${runId} of ${workflow.arn}: ${detailsOf(error)}`,
        );
      }
    }
  }

  private remember(key: string, milliseconds: number) {
    this.notBefore.delete(key);
    this.notBefore.set(key, Date.now() + milliseconds);
    if (this.notBefore.size > MOST_REMEMBERED) {
      const [oldest] = this.notBefore.keys();
      this.notBefore.delete(oldest);
    }
  }
}
