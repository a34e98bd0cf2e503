import { catalogNames, type PipelineDraft } from '@glue-pipelines/pipeline';
import { type CsvSample, type CsvOptions, decimalMarkOf } from './csvSample';
import {
  type InferredType,
  inferType,
  momentType,
  numberType,
} from './inferType';
import type { JsonSample, JsonValue } from './jsonSample';
import type { DeclaredColumn, SourceColumns } from './SourceColumns';
import { SourceError } from './SourceError';

/** Names that a source's files have twice for the catalog, with what to do. */
function refuseRepeated(names: readonly string[], field: string) {
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw new SourceError(
      `has the column "${twice}" twice, since the catalog does not tell capitals from small letters: give each column a name of its own`,
      field,
    );
  }
}

const typed = (
  name: string,
  { note, ...type }: InferredType,
  notes: string[],
): DeclaredColumn => {
  if (note !== undefined) {
    notes.push(`${name} ${note}`);
  }
  return { name, ...type };
};

function refuseRowAsHeader({ header, records }: CsvSample) {
  const isValue = (text: string) =>
    numberType([text.trim()]) ?? momentType([text.trim()]);
  if (records.length > 0 && header.every(isValue)) {
    throw new SourceError(
      'is true, and the first line holds values rather than names: set it to false',
      'csv.header',
    );
  }
}

function headerNames({ header }: CsvSample): string[] {
  const empty = header.findIndex(name => name.trim() === '');
  if (empty >= 0) {
    throw new SourceError(
      `has a column without a name, the ${empty + 1}. of ${header.length}: name it in the file`,
    );
  }
  const names = catalogNames(header);
  refuseRepeated(names, 'uri');
  return names;
}

/** The values of each column of the first file over all files, found by their names. */
function valuesByName(
  files: { object: string; names: string[]; sample: CsvSample }[],
  notes: string[],
): Map<string, string[]> {
  const [first, ...others] = files;
  const values = new Map<string, string[]>(first.names.map(name => [name, []]));
  for (const { object, names } of others) {
    const missing = first.names.filter(name => !names.includes(name));
    if (missing.length > 0) {
      throw new SourceError(
        `is of files that differ: ${object} has no column ${missing.join(', ')}, and ${first.object} has: make two sources of them, or name only one of the files`,
      );
    }
    const more = names.filter(name => !values.has(name));
    if (more.length > 0) {
      notes.push(
        `${more.join(', ')} of ${object} is not in every file, and is not read`,
      );
    }
  }
  for (const { names, sample } of files) {
    names.forEach((name, index) => {
      const column = values.get(name);
      for (const record of column ? sample.records : []) {
        column!.push(record[index]);
      }
    });
  }
  return values;
}

/**
 * The columns of CSV files by samples of them.
 *
 * @param given - how the person said that the files are written
 */
export function csvColumns(
  samples: { object: string; sample: CsvSample }[],
  options: CsvOptions,
  given: Partial<CsvOptions>,
): SourceColumns {
  const notes: string[] = [];
  if (options.header) {
    samples.forEach(({ sample }) => refuseRowAsHeader(sample));
  }
  const values = valuesByName(
    samples.map(({ object, sample }) => ({
      object,
      sample,
      names: options.header ? headerNames(sample) : sample.header,
    })),
    notes,
  );
  const present = [...values].map(
    ([name, texts]) =>
      [name, texts.filter(text => !options.nullWords.includes(text))] as const,
  );
  const decimalMark =
    given.decimalMark ??
    (options.delimiter === ','
      ? '.'
      : decimalMarkOf(present.map(([, texts]) => texts)));
  const columns = present.map(([name, texts]) =>
    typed(
      name,
      inferType(
        decimalMark === ','
          ? texts.map(text =>
              /^\s*[+-]?\d+(,\d+)?\s*$/.test(text)
                ? text.replace(',', '.')
                : text,
            )
          : texts,
      ),
      notes,
    ),
  );
  const hasLineBreaks = samples.some(({ sample }) => sample.hasLineBreaks);
  if (hasLineBreaks && given.multiLine === false) {
    throw new SourceError(
      'is false, and a value of the file holds a line break: set it to true',
      'csv.multiLine',
    );
  }
  return {
    columns,
    csv: {
      ...(decimalMark === ',' ? { decimalMark } : {}),
      ...(hasLineBreaks ? { multiLine: true } : {}),
    },
    notes,
  };
}

function jsonType(values: readonly JsonValue[]): InferredType {
  const kinds = new Set(values.map(({ kind }) => kind));
  const texts = values.flatMap(value => ('text' in value ? [value.text] : []));
  if (values.length === 0) {
    return inferType([]);
  }
  if (kinds.size > 1 || kinds.has('nested')) {
    return {
      type: 'string',
      note: kinds.has('nested')
        ? 'is nested, and is read as its JSON text'
        : 'has values of several kinds, and is read as text',
    };
  }
  if (kinds.has('boolean')) {
    return { type: 'boolean' };
  }
  return kinds.has('number')
    ? (numberType(texts) ?? { type: 'double' })
    : (momentType(texts) ?? { type: 'string' });
}

/** The columns of JSON lines files by samples of them. */
export function jsonColumns(samples: JsonSample[]): SourceColumns {
  const notes: string[] = [];
  const values = new Map<string, JsonValue[]>();
  for (const sample of samples) {
    for (const [key, found] of sample) {
      values.set(key, [...(values.get(key) ?? []), ...found]);
    }
  }
  const keys = [...values.keys()];
  const names = catalogNames(keys);
  refuseRepeated(names, 'uri');
  return {
    columns: keys.map((key, index) => ({
      ...typed(names[index], jsonType(values.get(key)!), notes),
      ...(key === names[index] ? {} : { key }),
    })),
    notes,
  };
}

/** Texts that take more bytes than a column of Redshift holds. */
const MAX_TEXT_BYTES = 65_535;

/** Refuses texts that no VARCHAR of Redshift holds. */
export function refuseLongTexts(
  { header, records }: CsvSample,
  names: readonly string[] = catalogNames(header),
) {
  for (const record of records) {
    const long = record.findIndex(
      text =>
        text.length > MAX_TEXT_BYTES / 4 &&
        Buffer.byteLength(text) > MAX_TEXT_BYTES,
    );
    if (long >= 0) {
      throw new SourceError(
        `has a text of ${Buffer.byteLength(record[long])} bytes in the column "${names[long]}", and Redshift holds at most ${MAX_TEXT_BYTES}: shorten it`,
      );
    }
  }
}

/** The columns that `name=value/` folders make, typed by the values. */
export function folderColumns(
  partitions: readonly (readonly [string, string][])[],
): DeclaredColumn[] {
  const values = new Map<string, string[]>();
  for (const [name, value] of partitions.flat()) {
    const key = name.toLowerCase();
    const texts = values.get(key) ?? [];
    values.set(key, texts);
    if (value !== '__HIVE_DEFAULT_PARTITION__') {
      texts.push(decodeURIComponent(value));
    }
  }
  return [...values].map(([name, texts]) => typed(name, inferType(texts), []));
}

export type Source = PipelineDraft['sources'][number] & { uri: string };
