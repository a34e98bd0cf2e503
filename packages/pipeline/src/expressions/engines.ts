import { ENGINES, type Engine } from '../engines/Engine';
import FUNCTIONS from './functions.json';

/** Operators whose meaning, that of regular expressions above all, is Spark's own. */
export const SPARK_OPERATORS: ReadonlySet<string> = new Set([
  '|',
  '^',
  '&',
  '~',
  'ilike',
  'rlike',
  'regexp',
  'escape',
]);

const BY_NAME = new Map(Object.entries(FUNCTIONS));

/** The engines in which a function, or an operator, has the same meaning. */
export const enginesOf = (use: string): readonly Engine[] =>
  ENGINES.filter(
    engine =>
      engine === 'spark' ||
      (!SPARK_OPERATORS.has(use) &&
        (BY_NAME.get(use)?.includes(engine) ?? true)),
  );
