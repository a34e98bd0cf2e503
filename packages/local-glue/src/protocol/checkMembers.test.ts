import { checkMembers } from './checkMembers';

const members = {
  Sql: 'string!',
  MaxResults: 'number',
  Sqls: 'list',
  Tag: 'structure',
} as const;

describe('checkMembers', () => {
  it.each([
    [{ Sql: 'select 1' }],
    [{ Sql: 'a', MaxResults: 0, Sqls: [], Tag: {}, Other: 1 }],
    [{ Sql: 'a', MaxResults: null }],
  ])('takes %j', input => {
    expect(() => checkMembers(input, members)).not.toThrow();
  });

  it.each([
    [{}, 'The member Sql is required'],
    [{ Sql: '' }, 'The member Sql is required'],
    [{ Sql: 1 }, 'Sql must be a string, not a number'],
    [{ Sql: 'a', Sqls: {} }, 'Sqls must be a list, not a structure'],
    [{ Sql: 'a', Tag: [] }, 'Tag must be a structure, not a list'],
  ])('refuses %j', (input, reason) => {
    expect(() => checkMembers(input, members)).toThrow(reason);
  });
});
