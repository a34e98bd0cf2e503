import { joinTokens, splitStatements, stringValue, tokenize } from './tokenize';
import { sqlString } from '../../base/sqlText';

describe('splitStatements', () => {
  it.each([
    ['select 1', ['select 1']],
    ['select 1; select 2;', ['select 1', 'select 2']],
    ["select ';'; select 2", ["select ';'", 'select 2']],
    ["select 'it''s; fine'", ["select 'it''s; fine'"]],
    ['select 1 as "a;b"', ['select 1 as "a;b"']],
    ['select 1 -- no; end\n; select 2', ['select 1 -- no; end', 'select 2']],
    ['select /* ; /* ; */ ; */ 1', ['select /* ; /* ; */ ; */ 1']],
    ['select $$ ; $$; select 2', ['select $$ ; $$', 'select 2']],
    ['select $a$ ; $$ ; $a$', ['select $a$ ; $$ ; $a$']],
    [' ;; -- nothing\n; ', []],
    ['', []],
  ])('%p gives %j', (sql, statements) => {
    expect(splitStatements(sql)).toEqual(statements);
  });

  it.each([
    ["select 'open", 'unterminated quote'],
    ['select "open', 'unterminated quote'],
    ['select /* open', 'unterminated /* comment'],
  ])('refuses %p', (sql, reason) => {
    expect(() => splitStatements(sql)).toThrow(reason);
  });
});

describe('tokenize', () => {
  it.each([
    'select a::int, 1.5e-3, "x""y".z, \'ü\' from t where a>=:p -- end',
    "select $1, $tag$ it's $tag$ /* a /* b */ c */\n;",
  ])('loses nothing of %p', sql => {
    expect(joinTokens(tokenize(sql))).toBe(sql);
  });
});

describe('sqlString', () => {
  it.each(["it's", "';drop table a;--", '', 'ü'])('keeps %p', text => {
    const [token, ...rest] = tokenize(sqlString(text));
    expect(rest).toEqual([]);
    expect(stringValue(token)).toBe(text);
  });
});
