import { z } from 'zod';
import { text } from '../text';
import { COLUMN_PATTERN, columnRules } from '../nameRules';
import type { Report } from '../report';
import { dateFormatProblem } from './dateFormat';
import { isZone, zoneProblem } from '../zone';

/**
 * What a column of a source may be. Nested values are read as their JSON text, as a string.
 *
 * @public
 */
export const COLUMN_TYPES = [
  'boolean',
  'int',
  'bigint',
  'double',
  'decimal',
  'string',
  'date',
  'timestamp',
] as const;

/** @public */
export type ColumnType = (typeof COLUMN_TYPES)[number];

/**
 * The most digits of a decimal number, in Glue, Spark and Redshift alike.
 *
 * @public
 */
export const MAX_PRECISION = 38;

const BOOLEAN_WORDS = /^[^|]+\|[^|]+$/;

function checkDecimal(
  { type, precision, scale }: SourceColumn,
  report: Report,
) {
  if (type !== 'decimal') {
    for (const [field, value] of Object.entries({ precision, scale })) {
      if (value !== undefined) {
        report(
          [field],
          `is only for the type decimal, and the type is ${type}: remove it`,
        );
      }
    }
    return;
  }
  if (precision === undefined) {
    report(['precision'], 'is missing: say how many digits there are in all');
  } else if (scale === undefined) {
    report(['scale'], 'is missing: say how many of the digits are decimals');
  } else if (scale > precision) {
    report(
      ['scale'],
      `is ${scale}, more than the ${precision} digits that there are in all: use at most ${precision}`,
    );
  }
}

function checkFormat({ type, format, zone }: SourceColumn, report: Report) {
  if (format !== undefined) {
    if (type === 'boolean') {
      if (!BOOLEAN_WORDS.test(format)) {
        report(
          ['format'],
          'must be the two words for true and false, for example yes|no',
        );
      }
    } else if (type === 'date' || type === 'timestamp') {
      const problem = dateFormatProblem(format);
      if (problem) {
        report(['format'], problem);
      }
    } else {
      report(
        ['format'],
        `is only for the types date, timestamp and boolean, and the type is ${type}: remove it`,
      );
    }
  }
  if (zone !== undefined && type !== 'timestamp') {
    report(
      ['zone'],
      `is only for the type timestamp, and the type is ${type}: remove it`,
    );
  } else if (zone !== undefined && !isZone(zone)) {
    report(['zone'], zoneProblem(zone));
  }
}

/** One column of a source, by itself. */
export const sourceColumn = z
  .strictObject({
    name: text(
      'The name of the column in the catalog: as in the file, in lower case.',
      columnRules,
      { pattern: COLUMN_PATTERN, maxLength: 255 },
    ),
    key: z
      .string()
      .min(1)
      .max(255)
      .optional()
      .describe(
        'The key of the value in JSON, where it is not the name to the letter.',
      ),
    type: z
      .enum(COLUMN_TYPES)
      .describe(
        'What the values are. Nested values of JSON and Parquet are read as their JSON text, as a string.',
      ),
    precision: z
      .int('must be a whole number')
      .min(1, 'must be at least 1')
      .max(MAX_PRECISION, 'must be at most 38, the most digits of a number')
      .optional()
      .describe('Of a decimal: how many digits there are in all, at most 38.'),
    scale: z
      .int('must be a whole number')
      .min(0, 'must not be negative')
      .max(MAX_PRECISION, 'must be at most 38, the most digits of a number')
      .optional()
      .describe('Of a decimal: how many of the digits are decimals.'),
    format: z
      .string()
      .min(1)
      .max(64)
      .optional()
      .describe(
        'How dates and timestamps are written, as a datetime pattern of Spark, for example dd.MM.yyyy; by default ISO 8601. Of a boolean: its two words, for example yes|no.',
      ),
    zone: z
      .string()
      .optional()
      .describe(
        'The time zone of timestamps that are written without an offset, for example Europe/Berlin; by default UTC.',
      ),
    nullable: z
      .boolean()
      .default(true)
      .describe('Whether a value may be missing.'),
  })
  .describe('One column of a source.');

/** @public */
export type SourceColumn = z.output<typeof sourceColumn>;

/** How the members of a column fit together. */
export function checkSourceColumn(column: SourceColumn, report: Report) {
  checkDecimal(column, report);
  checkFormat(column, report);
}
