import { z } from 'zod';
import { columnField } from './fieldKinds';
import type { PipelineDraft } from './pipelineFields';
import type { Report } from './report';

/** What a run leaves out of the first source, because runs before it have loaded it. */
export const incrementalFields = {
  incremental: z
    .enum(['files', 'partitions', 'watermark'])
    .optional()
    .describe(
      'Absent: each run reads all rows. files: those of files that no run before has loaded as they are now. partitions: those of folders name=value that no run has loaded, each as a whole. watermark: those whose watermark.column is greater than any that was loaded. For the first source, and the modes append, merge and history of warehouse.load.',
    ),
  watermark: z
    .strictObject({
      column: columnField(
        'A column of the source that grows with each new row: int, bigint, decimal, date or timestamp.',
      ),
      lookback: z
        .int('must be a whole number')
        .min(1, 'must be at least 1; remove it to read no row again')
        .max(31_622_400, 'must be at most 31622400, the seconds of a year')
        .optional()
        .describe(
          'How far behind the greatest value a run begins, for rows that come late: days of a date, seconds of a timestamp, else units. For the modes merge and history, which may load a row again.',
        ),
    })
    .optional()
    .describe('By which column new rows are told. Only for watermark.'),
};

const GROWING: readonly string[] = [
  'int',
  'bigint',
  'decimal',
  'date',
  'timestamp',
];

type Source = PipelineDraft['sources'][number];
type Load = PipelineDraft['warehouse']['load'];

function checkWatermark(
  { incremental, watermark, columns }: Source,
  { mode }: Load,
  report: Report,
) {
  if (incremental !== 'watermark') {
    if (watermark) {
      report(
        ['watermark'],
        'is only for incremental: watermark: add that, or remove it',
      );
    }
    return;
  }
  if (!watermark) {
    report(
      ['watermark'],
      'is missing, and incremental is watermark: name the column',
    );
    return;
  }
  const path = ['watermark', 'column'];
  const column = columns?.find(({ name }) => name === watermark.column);
  if (columns && !column) {
    report(
      path,
      `the source has no column "${watermark.column}": use one of ${columns.map(({ name }) => name).join(', ')}`,
    );
  } else if (column && !GROWING.includes(column.type)) {
    report(
      path,
      `"${watermark.column}" is ${column.type}: name one of the type ${GROWING.join(', ')}`,
    );
  }
  if (watermark.lookback !== undefined && mode === 'append') {
    report(
      ['watermark', 'lookback'],
      'reads rows again, and warehouse.load.mode is append, which would double them: use merge or history, or remove it',
    );
  }
}

function checkPartitioned({ incremental, uri }: Source, report: Report) {
  if (incremental === 'partitions' && uri && !uri.endsWith('/')) {
    report(
      ['incremental'],
      'is partitions, and uri is one object: name the folder that has the partitions, or use files',
    );
  }
}

/** A run that reads a part of the rows must not replace all of them. */
export function checkIncremental(
  { sources, warehouse: { load } }: PipelineDraft,
  report: Report,
) {
  sources.forEach((source, index) => {
    const at: Report = (path, message) =>
      report(['sources', index, ...path], message);
    if (source.incremental && index > 0) {
      at(
        ['incremental'],
        'is for the first source, whose rows the steps begin with: remove it, as a run reads all of the others',
      );
    } else if (source.incremental && load.mode === 'replace') {
      at(
        ['incremental'],
        'leaves out what was loaded before, and warehouse.load.mode is replace, which would remove it: use the mode append, merge or history',
      );
    }
    checkPartitioned(source, at);
    checkWatermark(source, load, at);
  });
}
