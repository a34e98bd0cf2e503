import { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as sleep } from 'node:timers/promises';
import { RunChange, RunChangeListener } from './RunChange';

/** How long to wait for listeners when the portal stops, in milliseconds. */
const CLOSE_MS = 5_000;

/** Hands each change of a run to those who asked for it. Who is slow or fails delays nobody. */
export class RunChanges {
  private readonly listeners: RunChangeListener[] = [];
  private readonly work = new Set<Promise<void>>();

  constructor(private readonly logger: LoggerService) {}

  subscribe(listener: RunChangeListener): void {
    this.listeners.push(listener);
  }

  publish(change: RunChange): void {
    for (const listener of this.listeners) {
      const work = this.tell(listener, change).finally(() =>
        this.work.delete(work),
      );
      this.work.add(work);
    }
  }

  /** Waits a moment for those who were told. */
  async close(): Promise<void> {
    await Promise.race([
      Promise.all(this.work),
      sleep(CLOSE_MS, undefined, { ref: false }),
    ]);
  }

  private async tell(
    listener: RunChangeListener,
    change: RunChange,
  ): Promise<void> {
    try {
      await listener(change);
    } catch (error) {
      this.logger.warn(
        `Not everybody is told that run ${change.runId} of ${change.workflowArn} is ${change.after}: ${error}`,
      );
    }
  }
}
