import { planStatement } from './planStatement';

describe('planStatement', () => {
  it.each([
    ['select 1', 'run', true],
    ['(select 1) union (select 2)', 'run', true],
    ['with a as (select 1) select * from a', 'run', true],
    ['with a as (select 1) insert into t select * from a', 'run', false],
    ['insert into t values (1)', 'run', false],
    ['create table t (a int)', 'create-table', false],
    ['truncate t', 'run', false],
    ['alter table t add column sortkey_note int', 'alter-table', false],
    ['create database reports', 'create-database', false],
    ['set search_path to a, "B"', 'search-path', true],
    ["set query_group to 'x'", 'ignore', true],
    ['vacuum full t', 'ignore', true],
    ['grant select on t to public', 'ignore', true],
    ['alter table t alter sortkey (a)', 'ignore', true],
    ['begin', 'begin', true],
    ['end transaction', 'commit', true],
    ["copy t from 's3://b/k' iam_role default", 'copy', false],
  ])('%p is %s, read only: %p', (sql, kind, isReadOnly) => {
    expect(planStatement(sql)).toMatchObject({ kind, isReadOnly });
  });

  it.each([
    ["attach 'x.db' as x", 'ATTACH is no statement of Redshift'],
    ['PRAGMA version', 'PRAGMA is no statement of Redshift'],
    ['install httpfs', 'INSTALL'],
    ["from read_csv('x')", 'FROM'],
    ["unload ('select 1') to 's3://b/k'", 'needs an authorization'],
    ['create database x with owner y', 'without options'],
    ['call p()', 'does not support CALL'],
    ['create function f() returns int', 'does not support CREATE FUNCTION'],
    [
      'create or replace materialized view v as select 1',
      'CREATE MATERIALIZED VIEW',
    ],
    ['-- nothing', 'is empty'],
  ])('refuses %p', (sql, reason) => {
    expect(() => planStatement(sql)).toThrow(reason);
  });

  it('reads the search path', () => {
    expect(planStatement('set search_path to a, "B c"')).toMatchObject({
      schemas: ['a', 'b c'],
    });
  });

  it('drops a late binding of views, with a warning', () => {
    expect(
      planStatement('create view v as select 1 as a with no schema binding'),
    ).toMatchObject({
      sql: 'create view v as select 1 as a',
      warnings: [expect.stringContaining('WITH NO SCHEMA BINDING')],
    });
  });
});
