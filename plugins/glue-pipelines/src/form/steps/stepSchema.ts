import type { FormColumn } from '@glue-pipelines/backstage-plugin-common';
import {
  COLUMN_PATTERN,
  SOURCE_NAME_PATTERN,
} from '@glue-pipelines/pipeline/names';
import type { FormSchema } from '../fieldPlace';

/** What the fields of a step may be chosen from. */
export interface StepChoices {
  /** The columns of the rows before it; absent where they are not known. */
  rows?: readonly FormColumn[];
  /** Those of the source that it joins. */
  joined?: readonly FormColumn[];
  /** The names of the sources after the first. */
  sources: readonly string[];
}

/** The field of a join that names a column of the joined source. */
const JOINED = 'right';

/** Of more columns than these a list to open is easier to read than boxes to tick. */
const MOST_BOXES = 40;

/** Its columns are an order, which boxes to tick do not have. */
const ORDERED = 'select';

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

/** A field of a step, its members and items included, with what can be chosen. */
function chosenOf(
  key: string,
  schema: FormSchema,
  choices: StepChoices,
  value: unknown,
): FormSchema {
  const { pattern, items, properties } = schema;
  const member = (name: string, held: unknown) =>
    (held as Record<string, unknown> | undefined)?.[name];
  if (pattern === SOURCE_NAME_PATTERN) {
    return choice(schema, choices.sources, choices.sources, value);
  }
  if (pattern === COLUMN_PATTERN) {
    const columns = key === JOINED ? choices.joined : choices.rows;
    return columns
      ? choice(
          schema,
          columns.map(({ name }) => name),
          columns.map(columnWords),
          value,
        )
      : schema;
  }
  return {
    ...schema,
    ...(items && {
      items: chosenOf(
        key,
        items,
        choices,
        // The items share one schema: what any of them holds stays a choice.
        Array.isArray(value) && items.type === 'object'
          ? Object.fromEntries(
              Object.keys(items.properties ?? {}).map(name => [
                name,
                value.map(item => member(name, item)),
              ]),
            )
          : value,
      ),
    }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => [
          name,
          chosenOf(name, field, choices, member(name, value)),
        ]),
      ),
    }),
  };
}

/** The schema and the look of one step: its kind, and the fields of that kind. */
export function stepSchema(
  schema: FormSchema,
  step: Record<string, unknown>,
  choices: StepChoices,
): { schema: FormSchema; uiSchema: Record<string, object> } {
  const { kind } = schema.properties ?? {};
  const branch = schema.dependencies?.kind?.oneOf?.find(({ properties }) =>
    properties?.kind?.enum?.includes(step.kind),
  );
  const { kind: _, ...fields } = branch?.properties ?? {};
  const uiSchema: Record<string, object> = {};
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const chosen = chosenOf(name, field, choices, step[name]);
      const options = chosen.items?.enum;
      if (!options || step.kind === ORDERED) {
        return [name, chosen];
      }
      uiSchema[name] = {
        'ui:widget': options.length > MOST_BOXES ? 'select' : 'checkboxes',
      };
      return [name, { ...chosen, uniqueItems: true }];
    }),
  );
  return {
    schema: {
      type: 'object',
      required: ['kind', ...((branch?.required as string[]) ?? [])],
      properties: { kind, ...properties } as FormSchema['properties'],
    },
    uiSchema,
  };
}
