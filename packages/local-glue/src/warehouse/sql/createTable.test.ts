import { rewriteCreateTable } from './createTable';
import { tokenize } from './tokenize';

const rewrite = (sql: string) => rewriteCreateTable(tokenize(sql));

describe('rewriteCreateTable', () => {
  it.each([
    ['create table t (a int)', 'create table t (a int)', []],
    [
      'CREATE TABLE IF NOT EXISTS s.t (a int ENCODE az64 NOT NULL, b decimal(10,2) DISTKEY, c numeric sortkey)',
      'CREATE TABLE IF NOT EXISTS s.t (a int NOT NULL,b decimal(10, 2),c numeric(18, 0))',
      ['ENCODE az64', 'DISTKEY', 'SORTKEY'],
    ],
    [
      'create table t (a int) diststyle key distkey (a) compound sortkey (a, b) backup no',
      'create table t (a int)',
      ['diststyle key', 'distkey (a)', 'compound sortkey (a, b)', 'backup no'],
    ],
    [
      'create table t (a int) diststyle even sortkey auto encode auto',
      'create table t (a int)',
      ['diststyle even', 'sortkey auto', 'encode auto'],
    ],
    [
      'create table t distkey(a) as select 1 as a',
      'create table t as select 1 as a',
      ['distkey(a)'],
    ],
    [
      'create table s.t__staging (like s.t including defaults) diststyle all',
      'create table s.t__staging AS SELECT * FROM s.t LIMIT 0',
      ['diststyle all'],
    ],
    [
      'create temp table t (like "S"."x y")',
      'create temp table t AS SELECT * FROM "S"."x y" LIMIT 0',
      [],
    ],
    [
      'create table t (id int primary key, o int references x (id) not null, unique (o), constraint c foreign key (o) references x (id))',
      'create table t (id int,o int not null)',
      ['PRIMARY KEY', 'REFERENCES', 'unique (o)', 'constraint c'],
    ],
    [
      "create table t (a varchar(10) default 'x,y' not null, b int default (1 + 2))",
      "create table t (a varchar(10) default 'x,y' not null,b int default(1 + 2))",
      [],
    ],
    [
      'create table t (distkey int, "sortkey" int)',
      'create table t (distkey int,"sortkey" int)',
      [],
    ],
  ])('%p becomes %p', (sql, expected, warnings) => {
    const rewritten = rewrite(sql);
    expect(rewritten?.sql).toBe(expected);
    expect(rewritten?.warnings).toHaveLength(warnings.length);
    warnings.forEach((warning, index) => {
      expect(rewritten?.warnings[index]).toContain(warning);
    });
  });

  it.each(['select 1', 'create view t as select 1', 'drop table t'])(
    'leaves %p to others',
    sql => {
      expect(rewrite(sql)).toBeUndefined();
    },
  );

  it('refuses identity columns by name', () => {
    expect(() => rewrite('create table t (id bigint identity(1,1))')).toThrow(
      'no IDENTITY columns (column id)',
    );
  });
});
