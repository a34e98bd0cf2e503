import { z } from 'zod';
import { CATALOG_NAME_PATTERN, catalogNameRules } from './nameRules';
import type { PipelineDraft } from './pipelineFields';
import type { Report } from './report';
import { text } from './text';
import { PREDICATE_PATTERN, predicateRules } from './textRules';

/** A table of the Glue Data Catalog as a source. */
export const tableField = z
  .strictObject({
    database: text('The database of the Data Catalog.', catalogNameRules, {
      pattern: CATALOG_NAME_PATTERN,
    }),
    name: text('The table.', catalogNameRules, {
      pattern: CATALOG_NAME_PATTERN,
    }),
    where: text(
      "Which partitions are read, as a condition on the table's partition keys, for example day >= '2024-01-01'. The catalog answers it, so that other partitions are not even listed. Absent: all.",
      predicateRules,
      { pattern: PREDICATE_PATTERN, minLength: 1, maxLength: 2048 },
    ).optional(),
  })
  .describe(
    'The table of the Glue Data Catalog that is read, which says how its files are written. Only for the format table.',
  );

type Source = PipelineDraft['sources'][number];

/** Where each table lies has been found out when a pipeline is whole. */
export const checkPlaces = (
  { sources }: Pick<PipelineDraft, 'sources'>,
  report: Report,
): void =>
  sources.forEach(({ format, uri }, index) => {
    if (format === 'table' && uri === undefined) {
      report(['sources', index, 'uri'], 'is missing: add it');
    }
  });

/** How a source that is a table of the catalog fits together. */
export function checkTable(
  { format, table, copy, uri }: Source,
  report: Report,
): void {
  if (format !== 'table') {
    if (table) {
      report(
        ['table'],
        `is only for the format table, and the format is ${format}: remove it`,
      );
    }
    if (uri === undefined && format !== 'jdbc') {
      report(['uri'], 'is missing: add it');
    }
    return;
  }
  if (!table) {
    report(
      ['table'],
      'is missing, and format is table: name its database and the table',
    );
  }
  if (copy) {
    report(
      ['copy'],
      'is for files, and format is table: remove it, or name the files by uri and their format',
    );
  }
  if (uri !== undefined && !uri.endsWith('/')) {
    report(
      ['uri'],
      'is the folder of a table: end it with "/", or remove it, so that it is asked of the catalog when the pipeline is made',
    );
  }
}
