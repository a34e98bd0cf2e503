/**
 * To which line a key leads in a list of lines, of which some are in sight.
 *
 * @returns its index; `undefined` where the key leads nowhere
 */
export function lineAfterKey(
  key: string,
  lines: {
    /** Where one is. Absent: nowhere in sight. */
    active?: number;
    inSight: { startIndex: number; endIndex: number };
    count: number;
  },
): number | undefined {
  const { active, inSight, count } = lines;
  const page = Math.max(1, inSight.endIndex - inSight.startIndex);
  const by = (step: number, otherwise: number) => {
    const next = active === undefined ? otherwise : active + step;
    return Math.min(Math.max(next, 0), count - 1);
  };
  if (count === 0) {
    return undefined;
  }
  switch (key) {
    case 'ArrowDown':
      return by(1, inSight.startIndex);
    case 'ArrowUp':
      return by(-1, inSight.endIndex);
    case 'PageDown':
      return by(page, inSight.endIndex + page);
    case 'PageUp':
      return by(-page, inSight.startIndex - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
