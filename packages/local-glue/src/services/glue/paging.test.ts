import { page } from './paging';

const names = ['a', 'b', 'c', 'd', 'e'];

const read = (request: { NextToken?: string; MaxResults?: number }) =>
  page(
    request,
    3,
    (after, limit) =>
      names.filter(name => name > (after ?? '')).slice(0, limit),
    name => name,
  );

describe('page', () => {
  it.each([
    [
      undefined,
      [
        ['a', 'b', 'c'],
        ['d', 'e'],
      ],
    ],
    [2, [['a', 'b'], ['c', 'd'], ['e']]],
    [
      10,
      [
        ['a', 'b', 'c'],
        ['d', 'e'],
      ],
    ],
  ])('with MaxResults %s is %j', (MaxResults, expected) => {
    const pages: string[][] = [];
    let NextToken: string | undefined;
    do {
      const { rows, ...next } = read({ MaxResults, NextToken });
      pages.push(rows);
      NextToken = next.NextToken;
    } while (NextToken);
    expect(pages).toEqual(expected);
  });

  it('ends with the last full page', () => {
    const { rows, NextToken } = page(
      {},
      5,
      (_, limit) => names.slice(0, limit),
      name => name,
    );
    expect(rows).toHaveLength(5);
    expect(NextToken).toBeUndefined();
  });

  it.each(['nonsense', 'bnVsbA', Buffer.from('[{}]').toString('base64url')])(
    'refuses the token %s',
    NextToken => {
      expect(() => read({ NextToken })).toThrow(
        expect.objectContaining({ code: 'InvalidInputException' }),
      );
    },
  );
});
