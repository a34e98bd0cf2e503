import {
  areCompatible,
  areSimilar,
  FileSchema,
  mergeSchemas,
  SchemaPool,
} from './FileSchema';

const schema = (
  columns: Record<string, string>,
  members: Partial<FileSchema> = {},
): FileSchema => ({
  format: 'parquet',
  compression: 'none',
  columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
  ...members,
});
const csv = { delimiter: ',', quote: '"', isQuoted: false, hasHeader: true };

describe('areSimilar', () => {
  const base = schema({ a: 'int', b: 'int', c: 'int' });
  it.each<[string, FileSchema, boolean]>([
    ['the same', base, true],
    ['other types', schema({ a: 'string', b: 'int', c: 'int' }), true],
    ['other case', schema({ A: 'int', B: 'int', C: 'int' }), true],
    [
      'one column more',
      schema({ a: 'int', b: 'int', c: 'int', d: 'int' }),
      true,
    ],
    [
      'two columns more',
      schema({ a: 'x', b: 'x', c: 'x', d: 'x', e: 'x' }),
      false,
    ],
    ['other columns', schema({ x: 'int', y: 'int', z: 'int' }), false],
    ['another format', { ...base, format: 'json' }, false],
    ['another compression', { ...base, compression: 'gzip' }, false],
    ['another delimiter', { ...base, csv }, false],
  ])('with %s', (_what, other, expected) => {
    expect(areSimilar(base, other)).toBe(expected);
    expect(areSimilar(other, base)).toBe(expected);
  });
});

describe('areCompatible', () => {
  it.each<[string, FileSchema, boolean]>([
    ['other columns', schema({ x: 'int' }), true],
    ['another format', schema({ a: 'int' }, { format: 'json' }), false],
    ['another compression', schema({}, { compression: 'gzip' }), false],
    ['another delimiter', schema({ a: 'int' }, { csv }), false],
  ])('with %s', (_what, other, expected) => {
    expect(areCompatible(schema({ a: 'int' }), other)).toBe(expected);
  });
});

describe('SchemaPool', () => {
  it('has one object for equal schemas', () => {
    const pool = new SchemaPool();
    const first = pool.intern(schema({ a: 'int' }));
    expect(pool.intern(schema({ a: 'int' }))).toBe(first);
    expect(pool.intern(schema({ a: 'bigint' }))).not.toBe(first);
  });
});

describe('mergeSchemas', () => {
  it('has every column once and as wide as needed', () => {
    const merged = mergeSchemas([
      schema({ a: 'bigint', b: 'string' }, { csv }),
      schema(
        { B: 'bigint', a: 'double', c: 'date' },
        { csv: { ...csv, isQuoted: true } },
      ),
    ]);
    expect(merged.columns).toEqual([
      { name: 'a', type: 'double' },
      { name: 'b', type: 'string' },
      { name: 'c', type: 'date' },
    ]);
    expect(merged.csv?.isQuoted).toBe(true);
  });

  it('keeps columns of one file that differ in case', () => {
    const columns = [
      { name: 'a', type: 'int' },
      { name: 'A', type: 'string' },
    ];
    const file = { ...schema({}), columns };
    expect(mergeSchemas([file, file]).columns).toEqual(columns);
  });
});
