import { z } from 'zod';
import {
  COLUMN_PATTERN,
  columnRules,
  RESULT_COLUMN_PATTERN,
  resultColumnRules,
  SOURCE_NAME_PATTERN,
  sourceNameRules,
} from './nameRules';
import { text } from './text';
import { EXPRESSION_PATTERN, expressionRules, valueRules } from './textRules';

/** What a form and an editor show beside a field. */
export interface FieldHints {
  title?: string;
  /** The first one is what a form shows in an empty field. */
  examples?: string[];
}

/** The name of a column that there is. */
export const columnField = (description: string, hints: FieldHints = {}) =>
  text(description, columnRules, {
    pattern: COLUMN_PATTERN,
    maxLength: 255,
    errorMessage:
      'Use the name of the column as the file has it, in lower case, without blanks around it.',
    ...hints,
  });

/** Names of columns that there are, at least one. */
export const columnsField = (
  title: string,
  description: string,
  most: number,
  tooMany = `names more than ${most} columns: leave some out`,
) =>
  z
    .array(columnField('A column.'))
    .min(1, 'is empty: name a column, or remove the step')
    .max(most, tooMany)
    .meta({ title, description });

/** The name of a column that a step makes. */
export const resultColumnField = (
  description: string,
  hints: FieldHints = {},
) =>
  text(description, resultColumnRules, {
    pattern: RESULT_COLUMN_PATTERN,
    errorMessage:
      'Use lower-case letters, digits and underscores, not beginning with a digit.',
    ...hints,
  });

/** An expression of Spark SQL that computes with the columns of its row. */
export const expressionField = (description: string, hints: FieldHints = {}) =>
  text(description, expressionRules, {
    minLength: 1,
    maxLength: 4096,
    pattern: EXPRESSION_PATTERN,
    errorMessage: 'Write one Spark SQL expression on one line.',
    ...hints,
  });

/** A value of a column, as a text. */
export const valueField = (description: string, hints: FieldHints = {}) =>
  text(
    description,
    valueRules,
    {
      maxLength: 256,
      errorMessage: 'Write at most 256 characters on one line.',
      ...hints,
    },
    'must be a text: write it in quotes',
  );

/** The name of a source that there is. */
export const sourceField = (description: string, hints: FieldHints = {}) =>
  text(description, sourceNameRules, {
    pattern: SOURCE_NAME_PATTERN,
    errorMessage: 'Write the name of a source.',
    ...hints,
  });
