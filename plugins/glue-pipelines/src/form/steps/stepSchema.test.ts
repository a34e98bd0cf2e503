import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FormSchema } from '../fieldPlace';
import { stepSchema } from './stepSchema';

const steps: FormSchema = parse(
  readFileSync(
    join(
      __dirname,
      '../../../../../templates/glue-redshift-pipeline/template.yaml',
    ),
    'utf8',
  ),
).spec.parameters.find(({ title }: FormSchema) => title === 'Transform')
  .properties.transform.items;

const CHOICES = {
  rows: [{ name: 'date', type: 'date' }, { name: 'cases' }],
  joined: [{ name: 'post_date', type: 'date' }],
  sources: ['hiring'],
};

const propertiesOf = (step: object, choices: object = CHOICES) => {
  const { schema, uiSchema } = stepSchema(
    steps,
    step as never,
    choices as never,
  );
  return { ...(schema.properties as Record<string, any>), uiSchema } as any;
};

describe('stepSchema', () => {
  it('asks of a new step what it does', () => {
    expect(Object.keys(propertiesOf({}))).toEqual(['kind', 'uiSchema']);
  });

  it('lets the source and the columns of a join be chosen', () => {
    const { source, keys } = propertiesOf({ kind: 'join' });
    expect(source.enum).toEqual(['hiring']);
    const { left, right } = keys.items.properties;
    expect([left.enum, left.enumNames]).toEqual([
      ['date', 'cases'],
      ['date (date)', 'cases'],
    ]);
    expect(right.enum).toEqual(['post_date']);
    expect(left).not.toHaveProperty('pattern');
  });

  it('keeps what is there, for which the check says what is wrong', () => {
    const { source, keys } = propertiesOf({
      kind: 'join',
      source: 'hirings',
      keys: [{ left: 'dat', right: 'post_date' }],
    });
    expect(source.enum).toEqual(['hiring', 'hirings']);
    expect(keys.items.properties.left.enum).toEqual(['date', 'cases', 'dat']);
  });

  it('ticks columns, except where their order counts', () => {
    const { columns, uiSchema } = propertiesOf({ kind: 'deduplicate' });
    expect(columns).toMatchObject({
      uniqueItems: true,
      items: { enum: ['date', 'cases'] },
    });
    expect(uiSchema).toEqual({ columns: { 'ui:widget': 'checkboxes' } });
    const select = propertiesOf({ kind: 'select' });
    expect(select.columns.items.enum).toEqual(['date', 'cases']);
    expect(select.columns).not.toHaveProperty('uniqueItems');
    expect(select.uiSchema).toEqual({});
  });

  it('opens a list of very many columns', () => {
    const rows = Array.from({ length: 41 }, (_, i) => ({ name: `c${i}` }));
    const { uiSchema } = propertiesOf(
      { kind: 'dropIncomplete' },
      { ...CHOICES, rows },
    );
    expect(uiSchema.columns).toEqual({ 'ui:widget': 'select' });
  });

  it('leaves expressions and new names to be written, and columns that are not known', () => {
    const { groupBy, measures } = propertiesOf(
      { kind: 'aggregate' },
      { sources: [] },
    );
    const { column, expression, as } = groupBy.items.properties;
    for (const field of [column, expression, as]) {
      expect(field.enum).toBeUndefined();
      expect(field.pattern).toBeDefined();
    }
    expect(measures.items.properties.function.enum).toContain('sum');
  });
});
