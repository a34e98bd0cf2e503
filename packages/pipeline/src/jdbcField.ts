import { z } from 'zod';
import { secretArnRules, SECRET_ARN_PATTERN } from './arnRules';
import { columnField } from './fieldKinds';
import {
  CONNECTION_PATTERN,
  connectionRules,
  DATABASE_TABLE_PATTERN,
  databaseTableRules,
} from './nameRules';
import type { PipelineDraft } from './pipelineFields';
import type { Report } from './report';
import { text } from './text';
import { PREDICATE_PATTERN, queryRules } from './textRules';

const bound = (description: string) =>
  z.int('must be a whole number').describe(description);

/** What a Glue connection of the type JDBC leads to, as a source. */
export const jdbcField = z
  .strictObject({
    connection: text(
      'The Glue connection, in the account and region of the pipeline.',
      connectionRules,
      { pattern: CONNECTION_PATTERN },
    ),
    secret: text(
      'The ARN of the secret that the connection names, so that the job may read it. Absent: the connection has its password itself.',
      secretArnRules,
      { pattern: SECRET_ARN_PATTERN },
    ).optional(),
    table: text(
      'The table or view, as the database writes it: schema.table.',
      databaseTableRules,
      { pattern: DATABASE_TABLE_PATTERN },
    ).optional(),
    query: text(
      'A query in the SQL of the database, instead of a table.',
      queryRules,
      { pattern: PREDICATE_PATTERN, minLength: 1, maxLength: 4096 },
    ).optional(),
    partitions: z
      .strictObject({
        column: columnField(
          'A column of the source, int or bigint, whose values are spread evenly, such as its key.',
        ),
        lowerBound: bound('About the least value. Lesser ones are read too.'),
        upperBound: bound(
          'About the greatest value. Greater ones are read too.',
        ),
        count: z
          .int('must be a whole number')
          .min(2, 'must be at least 2; without partitions there is one')
          .max(
            64,
            'must be at most 64, as each of them is a connection of the database',
          )
          .describe(
            'How many parts are read side by side, each by a connection of its own.',
          ),
      })
      .optional()
      .describe(
        'How rows are divided to be read side by side. Absent: one task reads all of them.',
      ),
  })
  .describe(
    'The database that is read by a Glue connection of the type JDBC. Only for the format jdbc.',
  );

type Source = PipelineDraft['sources'][number];

function checkPartitions({ jdbc, columns }: Source, report: Report) {
  const partitions = jdbc?.partitions;
  if (!partitions) {
    return;
  }
  const column = columns?.find(({ name }) => name === partitions.column);
  const path = ['jdbc', 'partitions', 'column'];
  if (columns && !column) {
    report(
      path,
      `the source has no column "${partitions.column}": use one of ${columns.map(({ name }) => name).join(', ')}`,
    );
  } else if (column && column.type !== 'int' && column.type !== 'bigint') {
    report(
      path,
      `"${partitions.column}" is ${column.type}: name one of the type int or bigint`,
    );
  }
  if (partitions.upperBound <= partitions.lowerBound) {
    report(
      ['jdbc', 'partitions', 'upperBound'],
      `is ${partitions.upperBound}, and lowerBound is ${partitions.lowerBound}: it must be greater`,
    );
  }
}

/** What sources of files have, and why a database has none of it. */
function checkForeign(
  { uri, copy, incremental, columns }: Source,
  report: Report,
) {
  if (uri !== undefined) {
    report(['uri'], 'is of files, and format is jdbc: remove it');
  }
  if (copy) {
    report(['copy'], 'is for files, and format is jdbc: remove it');
  }
  if (incremental !== undefined && incremental !== 'watermark') {
    report(
      ['incremental'],
      `is ${incremental}, which a database has none of, and format is jdbc: use watermark`,
    );
  }
  if (!columns) {
    report(
      ['columns'],
      'is missing, and format is jdbc, of which columns are not looked up: list those to read, with their types',
    );
  }
}

/** How a source that is a database fits together. */
export function checkJdbc(source: Source, report: Report): void {
  const { format, jdbc } = source;
  if (format !== 'jdbc') {
    if (jdbc) {
      report(
        ['jdbc'],
        `is only for the format jdbc, and the format is ${format}: remove it`,
      );
    }
    return;
  }
  checkForeign(source, report);
  if (!jdbc) {
    report(
      ['jdbc'],
      'is missing, and format is jdbc: name its connection and a table or a query',
    );
    return;
  }
  if (jdbc.table === undefined && jdbc.query === undefined) {
    report(['jdbc', 'table'], 'is missing: name a table, or write a query');
  } else if (jdbc.table !== undefined && jdbc.query !== undefined) {
    report(['jdbc', 'query'], 'is beside a table: remove one of them');
  }
  checkPartitions(source, report);
}

/** Rows of a database cannot be told apart as those of files are, by which appended ones are known. */
export function checkAppended(
  { sources: [first], warehouse: { load } }: PipelineDraft,
  report: Report,
): void {
  if (
    first?.format === 'jdbc' &&
    load.mode === 'append' &&
    first.incremental === undefined
  ) {
    report(
      ['sources', 0, 'incremental'],
      'is missing, and each run would append all rows of the database again: use watermark, or the mode replace, merge or history of warehouse.load',
    );
  }
}
