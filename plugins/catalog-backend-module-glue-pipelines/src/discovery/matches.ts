import { Filters } from '../config';

/** Whether the filters let a workflow of this name through. */
export function matchesName(name: string, { names }: Filters): boolean {
  return names.length === 0 || names.some(pattern => glob(pattern).test(name));
}

/** Whether a workflow has every tag that the filters want. */
export function matchesTags(
  tags: Record<string, string>,
  filters: Filters,
): boolean {
  return filters.tags.every(
    ({ key, value }) =>
      Object.hasOwn(tags, key) && (value === undefined || tags[key] === value),
  );
}

function glob(pattern: string): RegExp {
  const expression = pattern
    .replace(/\*+/g, '*')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${expression}$`, 'su');
}
