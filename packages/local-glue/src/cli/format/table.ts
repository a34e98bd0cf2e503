import { colours } from '../palette';

/** Rows in columns as wide as their widest cell; numbers to the right, headings bold. */
export function formatTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  options: { alignRight?: readonly number[] } = {},
): string[] {
  const widths = headings.map((heading, column) =>
    Math.max(
      heading.length,
      ...rows.map(row => [...(row[column] ?? '')].length),
    ),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const padding = ' '.repeat(widths[column] - [...cell].length);
        return options.alignRight?.includes(column)
          ? padding + cell
          : cell + padding;
      })
      .join('  ')
      .trimEnd();
  return [colours.bold(line(headings)), ...rows.map(line)];
}
