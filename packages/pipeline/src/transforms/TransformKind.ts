import type { z } from 'zod';
import type { Columns } from '../columns/Columns';
import type { Engine } from '../engines/Engine';
import type { Report } from '../report';
import type { Measure } from './measures';

/** What a step finds. */
export interface StepContext {
  /** The columns of the rows so far; `undefined` where they are not known yet. */
  rows: Columns | undefined;
  /** The columns of a source by its name; `undefined` where they are not known yet. */
  source(name: string): Columns | undefined;
  /** Says what is wrong, at a path within the step. */
  report: Report;
}

/** A source by its name, and where a step names it. */
export interface NamedSource {
  source: string;
  path: (string | number)[];
}

/** An expression, and where a step has it. */
export interface PlacedExpression {
  expression: string;
  path: (string | number)[];
}

/** A measure, and where a step has it. */
export interface PlacedMeasure {
  measure: Measure;
  path: (string | number)[];
}

/**
 * One kind of step. Its job in Python is the module of the same name, in snake
 * case, of `etl-scripts/modules/transforms/`.
 */
export interface TransformKind<Fields extends z.ZodObject> {
  /** What people call it, in a few words. */
  title: string;
  /** The engines in which it has the same meaning. */
  engines: readonly Engine[];
  /** Its fields, each by itself. `kind` is the name of the kind. */
  fields: Fields;
  /** How its fields fit together, whatever the columns. */
  check?(step: z.output<Fields>, report: Report): void;
  /** The sources that it reads beside the rows so far, each with the path of the field that names it. */
  sources?(step: z.output<Fields>): NamedSource[];
  /** The expressions that it computes, each with the path of its field. */
  expressions?(step: z.output<Fields>): PlacedExpression[];
  /** What it computes of the values of several rows, each with the path of its field. */
  measures?(step: z.output<Fields>): PlacedMeasure[];
  /** Checks it against the columns before it, and gives those after it. */
  columns(step: z.output<Fields>, context: StepContext): Columns | undefined;
  /** What it does, in one line. */
  words(step: z.output<Fields>): string;
}

export const transformKind = <Fields extends z.ZodObject>(
  kind: TransformKind<Fields>,
) => kind;
