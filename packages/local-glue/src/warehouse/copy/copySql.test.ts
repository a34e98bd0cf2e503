import { copyFieldsSql, literalPath, typeFamily } from './copySql';
import { parseCopy } from '../sql/parseCopy';
import { significant, tokenize } from '../sql/tokenize';

describe('literalPath', () => {
  it.each([
    ['/data/a.csv', "'/data/a.csv'"],
    ["/data/it's.csv", "'/data/it''s.csv'"],
    ['/data/[a]*?.csv', "'/data/[[]a][*][?].csv'"],
  ])('%p is %p', (path, expected) => {
    expect(literalPath(path)).toBe(expected);
  });
});

describe('typeFamily', () => {
  it.each([
    ['VARCHAR', 'text'],
    ['UBIGINT', 'number'],
    ['HUGEINT', 'number'],
    ['DECIMAL(10,2)', 'number'],
    ['DOUBLE', 'number'],
    ['BOOLEAN', 'boolean'],
    ['DATE', 'date'],
    ['TIMESTAMP WITH TIME ZONE', 'timestamp'],
    ['TIME', 'time'],
    ['BLOB', 'binary'],
    ['INTEGER[]', 'semi-structured'],
    ['STRUCT(a INTEGER)', 'semi-structured'],
    ['JSON', 'semi-structured'],
  ])('%p is %p', (type, family) => {
    expect(typeFamily(type)).toBe(family);
  });
});

describe('copyFieldsSql', () => {
  const columns = [
    { name: 'a', type: 'VARCHAR' },
    { name: 'b', type: 'INTEGER' },
  ];
  const sql = (options: string) => {
    const copy = `copy t from 's3://b/k' iam_role default csv ${options}`;
    const { command } = parseCopy(significant(tokenize(copy)));
    return copyFieldsSql(command, columns, ['/f']).replace(
      / FROM read_csv.*/,
      '',
    );
  };

  it.each([
    ['', 'f0'],
    ['emptyasnull', "NULLIF(f0, '')"],
    [
      'blanksasnull',
      "CASE WHEN length(f0) > 0 AND trim(f0) = '' THEN NULL ELSE f0 END",
    ],
  ])('with %p reads text as %p and empty numbers as NULL', (options, text) => {
    expect(sql(options)).toBe(
      `INSERT INTO "t" ("a", "b") SELECT ${text}, CAST(NULLIF(trim(f1), '') AS INTEGER)`,
    );
  });
});
