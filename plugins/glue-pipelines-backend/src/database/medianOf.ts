/** The middle value, or the mean of the two in the middle; `undefined` of nothing. */
export function medianOf(values: number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length === 0
    ? undefined
    : (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}
