/** Values that occur a second time, with their positions. */
export function repeated(
  values: readonly string[],
): { value: string; index: number }[] {
  return values
    .map((value, index) => ({ value, index }))
    .filter(({ value, index }) => values.indexOf(value) < index);
}
