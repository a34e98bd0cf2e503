const newline = 0x0a;

/** Offsets just behind each line of a chunk that begins with a line; the rest after the last newline counts as a line when `isWhole`. */
export function lineEnds(chunk: Buffer, isWhole: boolean): number[] {
  const ends: number[] = [];
  for (
    let at = chunk.indexOf(newline);
    at >= 0;
    at = chunk.indexOf(newline, at + 1)
  ) {
    ends.push(at + 1);
  }
  const last = ends[ends.length - 1] ?? 0;
  if (isWhole && last < chunk.length) ends.push(chunk.length);
  return ends;
}

/** Offsets at which lines of a chunk begin; the chunk's own start is one when `beginsLine`. */
export function lineStarts(chunk: Buffer, beginsLine: boolean): number[] {
  const starts = beginsLine && chunk.length > 0 ? [0] : [];
  for (
    let at = chunk.indexOf(newline);
    at >= 0 && at + 1 < chunk.length;
    at = chunk.indexOf(newline, at + 1)
  ) {
    starts.push(at + 1);
  }
  return starts;
}
