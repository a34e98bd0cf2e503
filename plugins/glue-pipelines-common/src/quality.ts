import { noteOf } from './runNotes';
import { QualityFinding, RunQuality, RunSummary } from './types';

/**
 * The run property by which a generated pipeline tells what it found of the
 * rules of its result: an object of JSON, a space and the run's id.
 *
 * @public
 */
export const QUALITY_PROPERTY = 'glue-pipelines.io/quality';

/** More rules than a pipeline may have are no pipeline's. */
const MOST_RULES = 100;

const OUTCOMES: readonly QualityFinding['outcome'][] = [
  'passed',
  'failed',
  'warned',
  'quarantined',
  'unknown',
];

/** A URI of S3 has at most 63 characters of the bucket and 1,024 of the key. */
const MOST_CHARACTERS = 1100;

type Members = Record<string, unknown>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null;

const textOf = (value: unknown) =>
  typeof value === 'string' ? value.slice(0, MOST_CHARACTERS) : undefined;

const numberOf = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const countOf = (value: unknown) =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? (value as number)
    : undefined;

/** Without the members that have no value. */
const present = <T extends object>(members: T): T =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as T;

function findingOf(told: unknown): QualityFinding[] {
  if (!isObject(told)) {
    return [];
  }
  const outcome = OUTCOMES.find(known => known === told.outcome);
  const kind = textOf(told.kind);
  const rows = countOf(told.rows);
  return outcome && kind && rows !== undefined
    ? [
        present({
          kind,
          outcome,
          rows,
          name: textOf(told.name),
          columns: textOf(told.columns),
          measured: numberOf(told.measured),
          min: numberOf(told.min),
          max: numberOf(told.max),
        }),
      ]
    : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What a run found of the rules of its result; `undefined` where it does not
 * tell, or not in a way that is known.
 *
 * @public
 */
export function qualityOf(
  run: Pick<RunSummary, 'id' | 'properties'>,
): RunQuality | undefined {
  const told = parsed(noteOf(run, QUALITY_PROPERTY) ?? '');
  const rows = isObject(told) ? countOf(told.rows) : undefined;
  if (!isObject(told) || rows === undefined || !Array.isArray(told.rules)) {
    return undefined;
  }
  return present({
    rows,
    rules: told.rules.slice(0, MOST_RULES).flatMap(findingOf),
    quarantined: countOf(told.quarantined),
    quarantine: textOf(told.quarantine),
  });
}
