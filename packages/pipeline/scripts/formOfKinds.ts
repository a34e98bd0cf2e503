import { z } from 'zod';
import { KINDS } from '../src/transforms/kinds';
import { KIND_NAMES } from '../src/transforms/steps';

type Schema = Record<string, any>;

/** Keywords of JSON schema that mean to the form what they mean to the language. */
const KEPT = [
  'type',
  'enum',
  'enumNames',
  'default',
  'pattern',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'errorMessage',
];

/** Whether a description says no more than the title. */
const repeats = (title: string, description: string) =>
  description.toLowerCase().replace(/^(an?|the) |\.$/g, '') ===
  title.toLowerCase();

function fields(properties: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, field(value)]),
  );
}

/** A field of the language as a field of the form. */
function field(schema: Schema): Schema {
  const { title, description, examples, properties, required, items } = schema;
  return {
    ...(title && { title }),
    ...(title && !repeats(title, description) && { description }),
    ...Object.fromEntries(
      KEPT.filter(key => schema[key] !== undefined).map(key => [
        key,
        schema[key],
      ]),
    ),
    ...(examples && { 'ui:placeholder': examples[0] }),
    ...(required?.length > 0 && { required }),
    ...(properties && { properties: fields(properties) }),
    ...(items && { items: field(items) }),
  };
}

/**
 * One step in the form: its kind, and the fields that the kind has. What a
 * field is for stands in `description`, not in `ui:help`: the form keeps
 * options of one name once for all alternatives.
 */
export function formOfSteps(): Schema {
  return {
    type: 'object',
    required: ['kind'],
    properties: {
      kind: {
        title: 'Step',
        type: 'string',
        enum: KIND_NAMES,
        enumNames: KIND_NAMES.map(name => KINDS[name].title),
      },
    },
    dependencies: {
      kind: {
        oneOf: KIND_NAMES.map(name => {
          const { properties, required } = z.toJSONSchema(KINDS[name].fields, {
            target: 'draft-7',
            io: 'input',
          }) as Schema;
          const { kind, ...own } = properties;
          return {
            required: required.filter((key: string) => key !== 'kind'),
            properties: { kind: { enum: [kind.const] }, ...fields(own) },
          };
        }),
      },
    },
  };
}
