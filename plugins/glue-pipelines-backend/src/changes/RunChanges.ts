import { LoggerService } from '@backstage/backend-plugin-api';
import { RunChange, RunChangeListener } from './RunChange';

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

  /** Waits for those who were told. */
  async close(): Promise<void> {
    await Promise.all(this.work);
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
