import { bindParameters, parameterNames } from './bindParameters';
import { joinTokens, tokenize } from './tokenize';

const bind = (sql: string, parameters: Record<string, string | null>) =>
  joinTokens(bindParameters(tokenize(sql), parameters));

describe('bindParameters', () => {
  it.each([
    ['select :a', { a: '1' }, "select '1'"],
    ['select :a::int + :a', { a: '1' }, "select '1'::int + '1'"],
    [
      'select :a',
      { a: "x'; drop table t; --" },
      "select 'x''; drop table t; --'",
    ],
    ['select :a', { a: null }, 'select NULL'],
    ['select \':a\', ":a" -- :a', {}, 'select \':a\', ":a" -- :a'],
    ['select a::int', {}, 'select a::int'],
  ])('%p with %j is %p', (sql, parameters, expected) => {
    expect(bind(sql, parameters as Record<string, string | null>)).toBe(
      expected,
    );
  });

  it('refuses missing values', () => {
    expect(() => bind('select :a', {})).toThrow('parameter :a has no value');
    expect(() => bind('select :constructor', {})).toThrow('has no value');
  });

  it('tells the names', () => {
    expect([...parameterNames("select :a, ':b', :c::int, d::int, :a")]).toEqual(
      ['a', 'c'],
    );
  });
});
