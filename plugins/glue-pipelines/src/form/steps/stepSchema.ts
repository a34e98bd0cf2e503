import { chosenColumns, type ColumnChoices } from '../chosenColumns';
import type { FormSchema } from '../fieldPlace';

/** Of more columns than these a list to open is easier to read than boxes to tick. */
const MOST_BOXES = 40;

/** Its columns are an order, which boxes to tick do not have. */
const ORDERED = 'select';

/** The schema and the look of one step: its kind, and the fields of that kind. */
export function stepSchema(
  schema: FormSchema,
  step: Record<string, unknown>,
  choices: ColumnChoices,
): { schema: FormSchema; uiSchema: Record<string, object> } {
  const { kind } = schema.properties ?? {};
  const branch = schema.dependencies?.kind?.oneOf?.find(({ properties }) =>
    properties?.kind?.enum?.includes(step.kind),
  );
  const { kind: _, ...fields } = branch?.properties ?? {};
  const uiSchema: Record<string, object> = {};
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const chosen = chosenColumns(name, field, choices, step[name]);
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
