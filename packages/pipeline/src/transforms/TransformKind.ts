import type { z } from 'zod';
import type { Columns } from '../columns/Columns';
import type { Report } from '../report';

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

/**
 * One kind of step. Its job in Python is the module of the same name, in snake
 * case, of `etl-scripts/modules/transforms/`.
 */
export interface TransformKind<Fields extends z.ZodObject> {
  /** What people call it, in a few words. */
  title: string;
  /** Its fields, each by itself. `kind` is the name of the kind. */
  fields: Fields;
  /** How its fields fit together, whatever the columns. */
  check?(step: z.output<Fields>, report: Report): void;
  /** The sources that it reads beside the rows so far, each with the path of the field that names it. */
  sources?(step: z.output<Fields>): NamedSource[];
  /** Checks it against the columns before it, and gives those after it. */
  columns(step: z.output<Fields>, context: StepContext): Columns | undefined;
  /** What it does, in one line. */
  words(step: z.output<Fields>): string;
}

export const transformKind = <Fields extends z.ZodObject>(
  kind: TransformKind<Fields>,
) => kind;
