/** A part of a form: a schema, or one of its keywords. */
type Schema = { [keyword: string]: unknown };

type Page = Schema & {
  properties?: Record<string, Schema>;
  required?: string[];
};

/** The field extension of the front end that shows a part and asks what is wrong with it. */
export const PART_FIELD = 'GluePipelinePart';

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a form needs to know of a part to name it and to list it, and nothing that could be wrong. */
function loosened({ title, type, properties, items }: Schema): Schema {
  return {
    ...(title !== undefined && { title }),
    ...(type !== undefined && { type }),
    ...(isSchema(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => [
          name,
          isSchema(field) ? loosened(field) : field,
        ]),
      ),
    }),
    ...(isSchema(items) && { items: loosened(items) }),
  };
}

function checkedPart(part: string, form: Schema, required: boolean): Schema {
  const loose = loosened(form);
  return {
    ...loose,
    ...(form.default !== undefined && { default: form.default }),
    // Validators of the scaffolder are only asked about what has a value.
    ...(form.type === 'string' && { default: form.default ?? '' }),
    'ui:field': PART_FIELD,
    // What is not one word is shown by the plan.
    ...(form.type !== 'string' && {
      'ui:backstage': { review: { show: false } },
    }),
    'ui:options': {
      part,
      required,
      form,
      // The part shows them itself, each where it belongs.
      hideError: true,
    },
  };
}

/**
 * The pages of a form on which the language checks the parts of a pipeline,
 * rather than the keywords of JSON schema: all at once, in words, and with what
 * the keywords cannot say. How each part is filled in stays as it is, in the
 * options of its field.
 *
 * @param parts - the names of the properties that are parts of a pipeline
 */
export function checkedParts(
  pages: readonly Page[],
  parts: readonly string[],
): Page[] {
  return pages.map(({ properties, required = [], ...page }) => ({
    ...page,
    ...(required.some(name => !parts.includes(name)) && {
      required: required.filter(name => !parts.includes(name)),
    }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => [
          name,
          parts.includes(name) && field['ui:field'] !== PART_FIELD
            ? checkedPart(name, field, required.includes(name))
            : field,
        ]),
      ),
    }),
  }));
}
