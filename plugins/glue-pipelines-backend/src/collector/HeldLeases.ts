import { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as sleep } from 'node:timers/promises';
import { CollectionQueue, Lease } from '../database/CollectionQueue';

/** How often leases are prolonged while work goes on, in milliseconds: well within what a lease lasts. */
const HEARTBEAT_MS = 8_000;

/**
 * Prolongs leases for as long as the work on them takes, and tells those who
 * work when a lease was lost: another collector is at that workflow then.
 */
export class HeldLeases {
  private readonly held: Map<string, { lease: Lease; lost: AbortController }>;
  private readonly stop = new AbortController();
  private readonly beating: Promise<void>;

  constructor(
    private readonly queue: CollectionQueue,
    private readonly logger: LoggerService,
    leases: Lease[],
    private readonly heartbeatMs = HEARTBEAT_MS,
  ) {
    this.held = new Map(
      leases.map(lease => [lease.id, { lease, lost: new AbortController() }]),
    );
    this.beating = this.beat();
  }

  /** Aborted once the lease is lost. */
  lossOf(lease: Lease): AbortSignal {
    return this.held.get(lease.id)?.lost.signal ?? AbortSignal.abort();
  }

  /** The work on this one is done. */
  settled(lease: Lease): void {
    this.held.delete(lease.id);
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.beating;
  }

  private async beat(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      await sleep(this.heartbeatMs, undefined, { signal }).catch(
        () => undefined,
      );
      if (signal.aborted || this.held.size === 0) {
        continue;
      }
      try {
        const current = [...this.held.values()];
        const kept = await this.queue.renew(current.map(({ lease }) => lease));
        for (const { lease, lost } of current) {
          // What settled meanwhile has given its lease back itself.
          if (!kept.has(lease.id) && this.held.has(lease.id)) {
            lost.abort();
          }
        }
      } catch (error) {
        // The next beat comes before the leases end.
        this.logger.warn(`Cannot prolong leases of Glue workflows: ${error}`);
      }
    }
  }
}
