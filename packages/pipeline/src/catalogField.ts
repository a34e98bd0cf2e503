import { z } from 'zod';

const crawler = z
  .strictObject({
    onChange: z
      .enum(['update', 'log'])
      .default('update')
      .describe(
        'What a crawl does with a table whose files have other columns: it updates it, or only tells it in its log.',
      ),
    onDelete: z
      .enum(['remove', 'deprecate', 'log'])
      .default('remove')
      .describe(
        'What a crawl does with tables and partitions whose files are gone: it removes them, marks them as deprecated, or only tells it in its log.',
      ),
    recrawl: z
      .enum(['all', 'newFolders'])
      .default('all')
      .describe(
        'What a crawl looks at: all folders, or those that have come since the last one.',
      ),
  })
  .describe('What crawlers do. Only for tables: crawled.');

/** What crawlers do unless a pipeline says otherwise. */
export const crawlerDefaults = crawler.parse({});

/** How the Glue Data Catalog learns of what a run wrote. */
export const catalogField = z
  .strictObject({
    tables: z
      .enum(['declared', 'crawled'])
      .default('declared')
      .describe(
        'Who makes the tables: transform declares that of the result, whose columns it knows; or crawlers look into the files of the result, and of copied sources.',
      ),
    crawler: crawler.optional(),
  })
  .prefault({})
  .describe('How the Glue Data Catalog learns of what a run wrote.');
