import type { FormColumn } from '@glue-pipelines/backstage-plugin-common';
import {
  COLUMN_PATTERN,
  SOURCE_NAME_PATTERN,
} from '@glue-pipelines/pipeline/names';
import type { FormSchema } from './fieldPlace';

/** What the fields of a part may be chosen from. */
export interface ColumnChoices {
  /** The columns of the rows there; absent where they are not known. */
  rows?: readonly FormColumn[];
  /** Those of the source that a step joins. */
  joined?: readonly FormColumn[];
  /** The names of sources. */
  sources: readonly string[];
}

/** Fields that name a column of something else than the rows: of a joined source, and of a source that another field names. */
const ELSEWHERE: Record<string, 'joined' | undefined> = {
  right: 'joined',
  sourceColumn: undefined,
};

const columnWords = ({ name, type }: FormColumn) =>
  type ? `${name} (${type})` : name;

/** A text that is chosen; what stands there already stays a choice, and the check says what is wrong with it. */
function choice(
  { pattern: _, ...schema }: FormSchema,
  names: readonly string[],
  words: readonly string[],
  value: unknown,
): FormSchema {
  const others = [value]
    .flat()
    .filter(
      (given): given is string =>
        typeof given === 'string' && given !== '' && !names.includes(given),
    );
  return {
    ...schema,
    enum: [...names, ...others],
    enumNames: [...words, ...others],
  };
}

/** The values of a member in all items of a list: the items share one schema. */
function inItems(value: unknown): unknown {
  if (!Array.isArray(value) || !value.some(item => typeof item === 'object')) {
    return value;
  }
  const items = value.filter(item => item) as Record<string, unknown>[];
  return Object.fromEntries(
    items
      .flatMap(item => Object.keys(item))
      .map(name => [name, items.map(item => item[name])]),
  );
}

/**
 * A schema, its members, items and alternatives included, in which the names
 * of columns and sources are chosen.
 *
 * @param key - the name of the field
 */
export function chosenColumns(
  key: string,
  schema: FormSchema,
  choices: ColumnChoices,
  value: unknown,
): FormSchema {
  const { pattern, items, properties, dependencies } = schema;
  if (pattern === SOURCE_NAME_PATTERN) {
    return choice(schema, choices.sources, choices.sources, value);
  }
  if (pattern === COLUMN_PATTERN) {
    const of = key in ELSEWHERE ? ELSEWHERE[key] : 'rows';
    const columns = of && choices[of];
    return columns
      ? choice(
          schema,
          columns.map(({ name }) => name),
          columns.map(columnWords),
          value,
        )
      : schema;
  }
  const members = (of: Record<string, FormSchema>) =>
    Object.fromEntries(
      Object.entries(of).map(([name, field]) => [
        name,
        chosenColumns(
          name,
          field,
          choices,
          (value as Record<string, unknown> | undefined)?.[name],
        ),
      ]),
    );
  return {
    ...schema,
    ...(items && { items: chosenColumns(key, items, choices, inItems(value)) }),
    ...(properties && { properties: members(properties) }),
    ...(dependencies && {
      dependencies: Object.fromEntries(
        Object.entries(dependencies).map(([name, { oneOf = [], ...rest }]) => [
          name,
          {
            ...rest,
            oneOf: oneOf.map(branch => ({
              ...branch,
              ...(branch.properties && {
                properties: members(branch.properties),
              }),
            })),
          },
        ]),
      ),
    }),
  };
}

/** How fields look, by their names, as the form's library has it. */
export interface FieldLook {
  [name: string]: unknown;
}

/** The look of fields without the examples of those that are chosen now: in an empty list an example would be one more choice. */
export function withoutExamples(
  schema: FormSchema,
  look: FieldLook,
): FieldLook {
  const { items, properties, dependencies = {} } = schema;
  const members: [string, FormSchema][] = [
    ...Object.entries(properties ?? {}),
    ...Object.values(dependencies)
      .flatMap(({ oneOf = [] }) => oneOf)
      .flatMap(branch => Object.entries(branch.properties ?? {})),
    ...(items ? [['items', items] as [string, FormSchema]] : []),
  ];
  const changed: FieldLook = { ...look };
  if (schema.enum) {
    delete changed['ui:placeholder'];
  }
  for (const [name, member] of members) {
    const own = changed[name];
    if (typeof own === 'object' && own !== null) {
      changed[name] = withoutExamples(member, own as FieldLook);
    }
  }
  return changed;
}
