/**
 * What addresses name: a workflow by its ARN, a node by its id.
 *
 * @public
 */
export interface Named {
  id: string;
  name: string;
}

/**
 * The shortest text that names one of several: its name, or its id where names repeat.
 *
 * @public
 */
export function keyOf(item: Named, all: readonly Named[]): string {
  const unique = all.filter(other => other.name === item.name).length === 1;
  return unique ? item.name : item.id;
}
