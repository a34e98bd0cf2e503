import type { Log } from '../../../base/Log';
import type { GlueStore } from '../store/GlueStore';
import { onSchedule } from './onSchedule';

interface Scheduled {
  expression: string;
  stop(): void;
}

/**
 * Fires activated SCHEDULED triggers and scheduled crawlers while the server
 * runs. Times that passed while it did not are not made up for.
 */
export class Schedules {
  readonly #store: GlueStore;
  readonly #log: Log;
  readonly #fire: {
    trigger(name: string): void;
    crawler(name: string): void;
  };
  readonly #scheduled = new Map<string, Scheduled>();

  constructor(
    store: GlueStore,
    log: Log,
    fire: { trigger(name: string): void; crawler(name: string): void },
  ) {
    this.#store = store;
    this.#log = log;
    this.#fire = fire;
  }

  /** To be called when the server starts. */
  resume(): void {
    for (const { Name } of this.#store.triggers.all())
      this.triggerChanged(Name);
    for (const { Name } of this.#store.crawlers.all())
      this.crawlerChanged(Name);
  }

  /** To be called when a trigger was created, updated, started, stopped or deleted. */
  triggerChanged(name: string): void {
    const trigger = this.#store.triggers.get(name);
    const isDue =
      trigger?.Type === 'SCHEDULED' && trigger.State === 'ACTIVATED';
    this.#set('trigger', name, isDue ? trigger.Schedule : undefined);
  }

  /** To be called when a crawler or its schedule was created, changed or deleted. */
  crawlerChanged(name: string): void {
    const schedule = this.#store.crawlers.get(name)?.Schedule;
    this.#set(
      'crawler',
      name,
      schedule?.State === 'SCHEDULED' ? schedule.ScheduleExpression : undefined,
    );
  }

  close(): void {
    for (const { stop } of this.#scheduled.values()) stop();
    this.#scheduled.clear();
  }

  #set(
    kind: 'trigger' | 'crawler',
    name: string,
    expression: string | undefined,
  ): void {
    const key = `${kind} ${name}`;
    const current = this.#scheduled.get(key);
    if (current?.expression === expression) return;
    current?.stop();
    this.#scheduled.delete(key);
    if (!expression) return;
    const warn = (what: string, error: unknown) =>
      this.#log.warn(
        `The schedule of ${key} ${what}: ${(error as Error).message}`,
      );
    try {
      const stop = onSchedule(expression, () => {
        try {
          this.#fire[kind](name);
        } catch (error) {
          warn('is due, but', error);
        }
      });
      this.#scheduled.set(key, { expression, stop });
    } catch (error) {
      // An earlier version has stored what this one refuses.
      warn('is never due', error);
    }
  }
}
