import { Texts } from '../translation/ref';
/** One row of the form. */
export interface PropertyRow {
  /** For React only. */
  id: number;
  key: string;
  value: string;
  /** Comes from the workflow, which always sets it: the key stays. */
  isDefault: boolean;
}

/**
 * The rows for a workflow's default run properties.
 * @param given - values over the defaults, and properties beside them
 */
export function rowsOf(
  defaults: Record<string, string>,
  given: Record<string, string> = {},
): PropertyRow[] {
  return Object.entries({ ...defaults, ...given }).map(([key, value], id) => ({
    id,
    key,
    value,
    isDefault: Object.hasOwn(defaults, key),
  }));
}

// "WorkflowRunProperties" of the AWS Glue Web API Reference: an identifier.
const MAX_KEY_LENGTH = 255;

/** What is wrong with a row's key; `undefined` when nothing is. */
export function keyProblem(
  t: Texts,
  row: PropertyRow,
  rows: PropertyRow[],
): string | undefined {
  const key = row.key.trim();
  if (!key) {
    return row.value ? t('start.problems.noName') : undefined;
  }
  if (key.length > MAX_KEY_LENGTH) {
    return t('start.problems.tooLong', { most: String(MAX_KEY_LENGTH) });
  }
  const first = rows.find(other => other.key.trim() === key);
  return first !== row
    ? t('start.problems.twice', { property: key })
    : undefined;
}

/** What is sent: only what differs from the defaults. */
export function overridesOf(
  rows: PropertyRow[],
  defaults: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    rows
      .map(({ key, value }) => [key.trim(), value] as const)
      .filter(([key, value]) => key && defaults[key] !== value),
  );
}
