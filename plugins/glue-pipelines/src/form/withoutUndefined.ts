import type { JsonValue } from '@backstage/types';

/**
 * A value as JSON has it, without the members that are `undefined`, as fields
 * that were emptied are: the scaffolder's own check of every later page fails
 * on such members of a list.
 */
export function withoutUndefined<T extends JsonValue | undefined>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(withoutUndefined) as T;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => [name, withoutUndefined(member)]),
    ) as T;
  }
  return value;
}
