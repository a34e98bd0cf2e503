import { z } from 'zod';
import type { Columns } from '../columns/Columns';
import type { RowType } from '../columns/rowTypes';
import type { Report } from '../report';
import { text } from '../text';
import { ruleNameRules } from '../textRules';

/** What a rule finds. */
export interface RuleContext {
  /** The columns of the result. */
  rows: Columns;
  /** The columns of a source by its name; `undefined` where they are not known yet. */
  source(name: string): Columns | undefined;
  /** Says what is wrong, at a path within the rule. */
  report: Report;
}

/** A column as the result's table has it. */
export interface StoredColumn {
  name: string;
  /** `undefined` where only a run can tell it. */
  type: RowType | undefined;
}

/**
 * One kind of rule that the result must meet. What it measures is in
 * `etl-scripts/modules/quality/`.
 */
export interface QualityKind<Fields extends z.ZodObject> {
  /** What people call it, in a few words. */
  title: string;
  /** Its fields, each by itself, made by `ruleFields`. */
  fields: Fields;
  /** How its fields fit together, whatever the columns. */
  check?(rule: z.output<Fields>, report: Report): void;
  /** The source whose rows it reads beside the result. */
  source?(rule: z.output<Fields>): string;
  /** Checks it against the columns of the result. */
  columns?(rule: z.output<Fields>, context: RuleContext): void;
  /** What it wants, in one line. */
  words(rule: z.output<Fields>): string;
  /**
   * The same in DQDL; `undefined` where DQDL, on a table of the catalog,
   * cannot say it.
   *
   * @param column - a column of the result by the name that the pipeline has for it
   */
  dqdl?(
    rule: z.output<Fields>,
    column: (name: string) => StoredColumn,
  ): string | undefined;
}

export const qualityKind = <Fields extends z.ZodObject>(
  kind: QualityKind<Fields>,
) => kind;

/** What happens where a rule is not met. */
export const OTHERWISE = {
  stop: 'nothing is loaded',
  quarantine: 'such rows are set aside',
  warn: 'it is told, and the rows are loaded',
} as const;

const onFailure = <T extends keyof typeof OTHERWISE>(choices: readonly T[]) =>
  z
    .enum(choices)
    .default('stop' as T)
    .meta({
      title: 'Otherwise',
      description:
        'stop: nothing is loaded, and the table keeps its rows. warn: it is told only.'.concat(
          (choices as readonly string[]).includes('quarantine')
            ? ' quarantine: the rows that do not meet the rule go to quarantine/<table>/ of the data bucket, and the others are loaded.'
            : '',
        ),
      enumNames: choices.map(choice => OTHERWISE[choice]),
    });

/** Of a rule that judges all rows together. */
export const ofTheWhole = onFailure(['stop', 'warn']);

/** Of a rule that judges each row for itself. */
export const ofEachRow = onFailure(['stop', 'quarantine', 'warn']);

/** The fields of a kind: `kind`, its own, and those that every rule has. */
export const ruleFields = <
  Kind extends string,
  Own extends z.ZodRawShape,
  Failure extends z.ZodType,
>(
  kind: Kind,
  own: Own,
  otherwise: Failure,
) =>
  z.strictObject({
    kind: z.literal(kind),
    ...own,
    name: text('What people call the rule.', ruleNameRules, {
      title: 'Name',
      minLength: 1,
      maxLength: 64,
      errorMessage: 'Write at most 64 characters on one line.',
      examples: ['enough rows'],
    }).optional(),
    onFailure: otherwise,
  });
