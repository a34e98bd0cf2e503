import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipelineJsonSchema } from './pipelineJsonSchema';

const COPY = resolve(
  __dirname,
  '../../../templates/glue-redshift-pipeline/skeleton/pipeline.schema.json',
);

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
  /**
   * Generated repositories carry the schema as a file. After a change of the
   * schema write it anew with
   * `UPDATE_PIPELINE_SCHEMA=1 yarn workspace @glue-pipelines/pipeline test pipelineJsonSchema`.
   */
  it('is the file that generated repositories carry', () => {
    const current = `${JSON.stringify(pipelineJsonSchema(), null, 2)}\n`;
    if (process.env.UPDATE_PIPELINE_SCHEMA) {
      writeFileSync(COPY, current);
    }
    expect(JSON.parse(readFileSync(COPY, 'utf8'))).toEqual(JSON.parse(current));
  });

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
