import { pipelineJsonSchema } from './pipelineJsonSchema';

/** Every part of the schema that a person meets as a field. */
function fieldsOf(
  schema: Record<string, any>,
  path = '',
): [string, Record<string, any>][] {
  return [
    ...Object.entries<Record<string, any>>(schema.properties ?? {}).flatMap(
      ([key, field]): [string, Record<string, any>][] => [
        [`${path}${key}`, field],
        ...fieldsOf(field, `${path}${key}.`),
      ],
    ),
    ...(schema.items ? fieldsOf(schema.items, `${path}[].`) : []),
  ];
}

describe('pipelineJsonSchema', () => {
  it('describes every field', () => {
    const fields = fieldsOf(pipelineJsonSchema());
    expect(fields.length).toBeGreaterThan(40);
    expect(
      fields.filter(([, field]) => !field.description).map(([path]) => path),
    ).toEqual([]);
  });

  it('asks only for what has no default', () => {
    expect(pipelineJsonSchema().required).toEqual([
      'apiVersion',
      'name',
      'description',
      'owner',
      'sources',
      'warehouse',
    ]);
  });
});
