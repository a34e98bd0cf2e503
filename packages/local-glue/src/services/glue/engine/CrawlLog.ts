import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { GlueDependencies } from '../dependencies';

/**
 * The log of a crawler, `logs/crawlers/<name, URL-encoded>.log` below the data
 * folder: one line per event, after its time (ISO 8601, UTC) and a space.
 */
export class CrawlLog {
  readonly #dependencies: Pick<GlueDependencies, 'dataDir' | 'log'>;
  readonly #path: string;

  constructor(
    dependencies: Pick<GlueDependencies, 'dataDir' | 'log'>,
    crawlerName: string,
  ) {
    this.#dependencies = dependencies;
    this.#path = join(
      dependencies.dataDir,
      'logs',
      'crawlers',
      `${encodeURIComponent(crawlerName)}.log`,
    );
  }

  line(text: string): void {
    const line = `${new Date().toISOString()} ${text.replace(/\s*\n\s*/g, ' ').replace(/\p{Cc}/gu, '?')}\n`;
    try {
      mkdirSync(join(this.#path, '..'), { recursive: true });
      appendFileSync(this.#path, line);
    } catch (error) {
      // A crawl is worth more than its log.
      this.#dependencies.log.warn(
        `Could not write ${this.#path}: ${(error as Error).message}`,
      );
    }
  }
}
