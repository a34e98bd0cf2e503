import { z } from 'zod';
import { KINDS as RULES } from '../src/quality/kinds';
import { KINDS as STEPS } from '../src/transforms/kinds';

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
 * One of several kinds in the form: its kind, and the fields that the kind has.
 * What a field is for stands in `description`, not in `ui:help`: the form keeps
 * options of one name once for all alternatives.
 */
function formOfKinds(
  title: string,
  kinds: Record<string, { title: string; fields: z.ZodObject }>,
): Schema {
  return {
    type: 'object',
    required: ['kind'],
    properties: {
      kind: {
        title,
        type: 'string',
        enum: Object.keys(kinds),
        enumNames: Object.values(kinds).map(kind => kind.title),
      },
    },
    dependencies: {
      kind: {
        oneOf: Object.values(kinds).map(kind => {
          const { properties, required } = z.toJSONSchema(kind.fields, {
            target: 'draft-7',
            io: 'input',
          }) as Schema;
          const { kind: name, ...own } = properties;
          return {
            required: required.filter((key: string) => key !== 'kind'),
            properties: { kind: { enum: [name.const] }, ...fields(own) },
          };
        }),
      },
    },
  };
}

export const formOfSteps = (): Schema => formOfKinds('Step', STEPS);

export const formOfRules = (): Schema => formOfKinds('Rule', RULES);
