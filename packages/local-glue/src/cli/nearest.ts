/** The names that a person may have meant, best first; at most three. */
export function nearest(
  name: string,
  candidates: readonly string[],
): readonly string[] {
  const wanted = name.toLowerCase();
  return candidates
    .map(candidate => ({
      candidate,
      distance: distanceOf(wanted, candidate.toLowerCase()),
    }))
    .filter(({ candidate, distance }) => {
      const most = Math.max(wanted.length, candidate.length);
      return distance <= Math.max(1, Math.floor(most * 0.35));
    })
    .sort(
      (a, b) =>
        a.distance - b.distance || a.candidate.localeCompare(b.candidate),
    )
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** One word that contains the other is near, but less than one with a slip. */
function distanceOf(a: string, b: string): number {
  const contained = a.length > 2 && (b.includes(a) || a.includes(b));
  return contained ? Math.min(2, edits(a, b)) : edits(a, b);
}

/** Optimal string alignment: to insert, delete and replace a letter, and to swap neighbours. */
function edits(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const differs = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(
        rows[i - 1][j] + 1,
        row[j - 1] + 1,
        rows[i - 1][j - 1] + differs,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
      }
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}
