import { z } from 'zod';
import type { Columns } from '../columns/Columns';
import type { Engine } from '../engines/Engine';
import type { Report } from '../report';
import { KINDS } from './kinds';
import type {
  NamedSource,
  PlacedExpression,
  PlacedMeasure,
  StepContext,
  TransformKind,
} from './TransformKind';

type Kinds = typeof KINDS;
type Fields = Kinds[keyof Kinds]['fields'];

/**
 * A step with its defaults filled in.
 *
 * @public
 */
export type Step = z.output<Fields>;

export const KIND_NAMES = Object.keys(KINDS) as (keyof Kinds)[];

/** One step of a transformation, of any kind. */
export const step = z.discriminatedUnion(
  'kind',
  KIND_NAMES.map(name => KINDS[name].fields) as [Fields, ...Fields[]],
);

/** The kind of a step, which takes any step of its own. */
const kindOf = ({ kind }: Step): TransformKind<z.ZodObject> =>
  KINDS[kind] as unknown as TransformKind<z.ZodObject>;

const within =
  (index: number, report: Report): Report =>
  (path, message) =>
    report(['transform', index, ...path], message);

/** Says how the fields of each step do not fit together. */
export function checkSteps(steps: readonly Step[], report: Report) {
  steps.forEach((one, index) =>
    kindOf(one).check?.(one, within(index, report)),
  );
}

/** The sources that the steps read, each with the path of the field that names it. */
export const sourcesOfSteps = (steps: readonly Step[]): NamedSource[] =>
  steps.flatMap((one, index) =>
    (kindOf(one).sources?.(one) ?? []).map(({ source, path }) => ({
      source,
      path: ['transform', index, ...path],
    })),
  );

/**
 * Checks every column that the steps name against those there are at that
 * place.
 *
 * @returns the columns of the result; `undefined` where they are not known yet
 */
export function columnsAfterSteps(
  steps: readonly Step[],
  rows: Columns | undefined,
  source: StepContext['source'],
  report: Report,
): Columns | undefined {
  return steps.reduce<Columns | undefined>(
    (columns, one, index) =>
      kindOf(one).columns(one, {
        rows: columns,
        source,
        report: within(index, report),
      }),
    rows,
  );
}

/** A step, the columns before it, and what of it may be Spark's alone. */
export interface StepOnRows {
  step: Step;
  engines: readonly Engine[];
  rows: Columns | undefined;
  expressions: PlacedExpression[];
  measures: PlacedMeasure[];
}

/** Each step with the columns before it. */
export function stepsOnRows(
  steps: readonly Step[],
  rows: Columns | undefined,
  source: StepContext['source'],
): StepOnRows[] {
  let before = rows;
  return steps.map(one => {
    const kind = kindOf(one);
    const found = {
      step: one,
      engines: kind.engines,
      rows: before,
      expressions: kind.expressions?.(one) ?? [],
      measures: kind.measures?.(one) ?? [],
    };
    before = kind.columns(one, { rows: before, source, report: () => {} });
    return found;
  });
}

/**
 * What each step does, in one line.
 *
 * @public
 */
export const stepWords = (steps: readonly Step[]): string[] =>
  steps.map(one => kindOf(one).words(one));

/**
 * The names of the fields that a kind has, its own included; none for no kind.
 *
 * @public
 */
export const fieldsOfKind = (kind: unknown): string[] =>
  KIND_NAMES.includes(kind as keyof Kinds)
    ? Object.keys(KINDS[kind as keyof Kinds].fields.shape)
    : [];
