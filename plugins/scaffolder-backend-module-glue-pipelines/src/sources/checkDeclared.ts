import { SourceError } from './SourceError';
import type { FoundColumns, SourceToInspect } from './SourceInspection';

/**
 * Checks the columns that a pipeline declares against those that its files
 * have. Their types stay what the pipeline says.
 *
 * @throws SourceError naming the columns that no run would find
 */
export function checkDeclared(
  { format, csv, columns }: SourceToInspect,
  found: FoundColumns,
): void {
  if (!columns) {
    return;
  }
  const names = found.columns.map(({ name }) => name);
  const missing = columns.filter(({ name }) => !names.includes(name));
  if (missing.length > 0) {
    const reasons = missing.flatMap(({ name }) => {
      const leftOut = found.leftOut.find(other => other.name === name);
      return leftOut ? [`; ${name} cannot be read, as ${leftOut.reason}`] : [];
    });
    throw new SourceError(
      `names ${missing
        .map(({ name }) => JSON.stringify(name))
        .join(
          ', ',
        )}, which the files do not have; their columns are ${names.join(
        ', ',
      )}${reasons.join('')}: correct the name, or leave it out`,
      'columns',
    );
  }
  if (format === 'json') {
    checkKeys(columns, found);
  }
  if (format === 'csv' && csv?.header === false) {
    const declared = new Set(columns.map(({ name }) => name));
    const others = names.filter(name => !declared.has(name));
    if (others.length > 0) {
      throw new SourceError(
        `leaves out ${others.join(
          ', ',
        )}: without a header columns are known by their places only, so name all of them`,
        'columns',
      );
    }
  }
}

/** Keys of JSON are found to the letter. */
function checkKeys(
  columns: NonNullable<SourceToInspect['columns']>,
  found: FoundColumns,
) {
  for (const { name, key } of columns) {
    const other = found.columns.find(column => column.name === name)!;
    const inFile = other.key ?? other.name;
    if ((key ?? name) !== inFile) {
      throw new SourceError(
        `reads "${name}" by the key ${JSON.stringify(
          key ?? name,
        )}, and the files write ${JSON.stringify(
          inFile,
        )}: add "key: ${inFile}" to the column`,
        'columns',
      );
    }
  }
}
