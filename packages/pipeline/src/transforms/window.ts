import { z } from 'zod';
import { expectColumn, expectColumns } from '../columns/Columns';
import { ENGINES } from '../engines/Engine';
import { columnField, resultColumnField } from '../fieldKinds';
import { repeated } from '../repeated';
import {
  checkMeasure,
  expectMeasure,
  MEASURE_NAMES,
  MEASURES,
  measureType,
} from './measures';
import { checkOrder, expectOrder, orderField, orderWords } from './order';
import { transformKind } from './TransformKind';

const NUMBERS = ['row_number', 'rank', 'dense_rank'] as const;
const NEIGHBOURS = ['lag', 'lead'] as const;

const among = (names: readonly string[], name: string) => names.includes(name);

const measure = z
  .strictObject({
    function: z.enum([...NUMBERS, ...NEIGHBOURS, ...MEASURES]).meta({
      title: 'Function',
      description:
        'lag and lead give the value of an earlier or later row. With an order the others are of the rows up to this one and those equal to it, without one of all rows of the group. count without a column counts rows.',
      enumNames: [
        'number of the row',
        'rank, with gaps',
        'rank, without gaps',
        'value of an earlier row',
        'value of a later row',
        ...MEASURE_NAMES,
      ],
    }),
    column: columnField('The column that it is computed of.', {
      title: 'Column',
      examples: ['amount'],
    }).optional(),
    offset: z
      .int('must be a whole number')
      .min(1, 'must be at least 1')
      .max(10000, 'must be at most 10000')
      .optional()
      .meta({
        title: 'How many rows away',
        description: 'Of lag and lead; by default 1.',
      }),
    as: resultColumnField('The name of the new column.', {
      title: 'Name of the new column',
      examples: ['running_total'],
    }),
  })
  .describe('One column computed of several rows.');

const measureWords = ({
  function: name,
  column,
  offset,
  as,
}: z.output<typeof measure>) => {
  const parts = [column, offset].filter(part => part !== undefined);
  const none = name === 'count' ? '*' : '';
  return `${as} = ${name}(${parts.join(', ') || none})`;
};

/** Computes columns of each row by the rows around it. */
export const window = transformKind({
  title: 'Compute over rows',
  engines: ENGINES,
  fields: z
    .strictObject({
      kind: z.literal('window'),
      partitionBy: z
        .array(columnField('A column.'))
        .max(16, 'names more than 16 columns: leave some out')
        .default([])
        .meta({
          title: 'Groups',
          description:
            'Rows that are equal in these columns are computed together. Without any, one worker computes all rows.',
        }),
      orderBy: orderField(
        'Order',
        'The order of the rows of a group. Rows that it leaves equal are numbered, and follow each other, by all columns from left to right.',
      ),
      measures: z
        .array(measure)
        .min(1, 'needs at least one measure: add one')
        .max(64)
        .meta({
          title: 'New columns',
          description: 'What is computed for each row.',
        }),
    })
    .describe(
      'Computes columns of each row by the other rows of its group. All rows stay.',
    ),
  check({ partitionBy, orderBy, measures }, report) {
    for (const { value, index } of repeated(partitionBy)) {
      report(['partitionBy', index], `"${value}" occurs twice: remove one`);
    }
    checkOrder(orderBy, report);
    const unordered = measures.find(({ function: name }) =>
      among([...NUMBERS, ...NEIGHBOURS], name),
    );
    if (unordered && orderBy.length === 0) {
      report(
        ['orderBy'],
        `is missing: ${unordered.function} needs the order of the rows`,
      );
    }
    measures.forEach((one, index) => {
      const path = ['measures', index];
      if (!among(NUMBERS, one.function)) {
        checkMeasure(path, one, report);
      } else if (one.column !== undefined) {
        report(
          [...path, 'column'],
          `is not for ${one.function}, which is computed of the order: remove it`,
        );
      }
      if (one.offset !== undefined && !among(NEIGHBOURS, one.function)) {
        report(
          [...path, 'offset'],
          `is only for lag and lead, and the function is ${one.function}: remove it`,
        );
      }
    });
    for (const { value, index } of repeated(measures.map(({ as }) => as))) {
      report(
        ['measures', index, 'as'],
        `makes a second column named "${value}": give each its own name`,
      );
    }
  },
  measures: ({ measures }) =>
    measures.map((one, index) => ({
      measure: one,
      path: ['measures', index],
    })),
  columns({ partitionBy, orderBy, measures }, { rows, report }) {
    expectColumns('partitionBy', partitionBy, rows, report);
    expectOrder(orderBy, rows, report);
    measures.forEach((one, index) => {
      const path = ['measures', index];
      if (among(NEIGHBOURS, one.function) && one.column !== undefined) {
        expectColumn([...path, 'column'], one.column, rows, report);
      } else {
        expectMeasure(path, one, rows, report);
      }
      if (rows?.has(one.as)) {
        report(
          [...path, 'as'],
          `there is a column "${one.as}" already: choose another name`,
        );
      }
    });
    return (
      rows &&
      new Map([
        ...rows,
        ...measures.map(
          one =>
            [
              one.as,
              among(NUMBERS, one.function) ? 'int' : measureType(one, rows),
            ] as const,
        ),
      ])
    );
  },
  words: ({ partitionBy, orderBy, measures }) =>
    `Compute ${measures.map(measureWords).join(', ')} over the rows${
      partitionBy.length > 0 ? ` of each ${partitionBy.join(', ')}` : ''
    }${orderBy.length > 0 ? `, ordered by ${orderWords(orderBy)}` : ''}`,
});
