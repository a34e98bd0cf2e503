import { catalogNames, MAX_PRECISION } from '@glue-pipelines/pipeline';
import type { InferredType } from './inferType';
import type { TypedField } from './TypedField';
import type { SourceColumns } from './SourceColumns';
import { SourceError } from './SourceError';

/** The type that holds every value of two; `undefined` where there is none. */
function widest(a: InferredType, b: InferredType): InferredType | undefined {
  const types = [a.type, b.type];
  if (types.every(type => type === 'int' || type === 'bigint')) {
    return { type: types.includes('bigint') ? 'bigint' : 'int' };
  }
  if (types.every(type => type === 'decimal')) {
    const scale = Math.max(a.scale!, b.scale!);
    const whole = Math.max(a.precision! - a.scale!, b.precision! - b.scale!);
    return whole + scale <= MAX_PRECISION
      ? { type: 'decimal', precision: whole + scale, scale }
      : undefined;
  }
  return a.type === b.type ? a : undefined;
}

/** The columns of files that say themselves what they are, which need not have been written alike. */
export function typedColumns(
  files: { object: string; fields: TypedField[] }[],
): SourceColumns {
  const notes: string[] = [];
  const [first, ...others] = files;
  const names = catalogNames(first.fields.map(({ name }) => name));
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw new SourceError(
      `has the column "${twice}" twice, since the catalog does not tell capitals from small letters: give each column a name of its own`,
    );
  }
  const columns = first.fields.flatMap(({ type, words }, index) => {
    const name = names[index];
    if (!type) {
      notes.push(
        `${name} is ${words}, which no table can hold, and is not read`,
      );
      return [];
    }
    let widened: InferredType = type;
    for (const { object, fields } of others) {
      const other = fields.find(
        field => catalogNames([field.name])[0] === name,
      );
      if (!other) {
        throw new SourceError(
          `is of files that differ: ${object} has no column ${name}, and ${first.object} has: make two sources of them, or name only one of the files`,
        );
      }
      const both: InferredType | undefined =
        other.type && widest(widened, other.type);
      if (!both) {
        throw new SourceError(
          `is of files that differ: ${name} is ${words} in ${first.object} and ${other.words} in ${object}: write them alike, or make two sources of them`,
        );
      }
      widened = both;
    }
    return [{ name, ...widened }];
  });
  return { columns, notes };
}
