import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerContext } from '../../../server/context';

/**
 * The log of a crawler, `logs/crawlers/<name, URL-encoded>.log` below the data
 * folder: one line per event, after its time (ISO 8601, UTC) and a space.
 */
export class CrawlLog {
  readonly #context: Pick<ServerContext, 'dataDir' | 'log'>;
  readonly #path: string;

  constructor(
    context: Pick<ServerContext, 'dataDir' | 'log'>,
    crawlerName: string,
  ) {
    this.#context = context;
    this.#path = join(
      context.dataDir,
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
      this.#context.log.warn(
        `Could not write ${this.#path}: ${(error as Error).message}`,
      );
    }
  }
}
