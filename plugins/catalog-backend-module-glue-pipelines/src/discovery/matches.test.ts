import { matchesName, matchesTags } from './matches';

describe('matchesName', () => {
  it.each([
    [[], 'anything', true],
    [['sales-*'], 'sales-daily', true],
    [['sales-*'], 'presales-daily', false],
    [['*-daily'], 'sales-daily', true],
    [['sales-?'], 'sales-1', true],
    [['sales-?'], 'sales-10', false],
    [['a', 'b*'], 'b2', true],
    [['Sales'], 'sales', false],
    [['sales.v1'], 'salesxv1', false],
    [['*(draft)'], 'sales (draft)', true],
  ])('%j and %s: %s', (names, name, expected) => {
    expect(matchesName(name, { names, tags: [] })).toBe(expected);
  });
});

describe('matchesTags', () => {
  it.each([
    [[], {}, true],
    [[{ key: 'stage' }], { stage: '' }, true],
    [[{ key: 'stage' }], {}, false],
    [[{ key: 'toString' }], {}, false],
    [[{ key: 'stage', value: 'prod' }], { stage: 'prod' }, true],
    [[{ key: 'stage', value: 'prod' }], { stage: 'Prod' }, false],
    [[{ key: 'stage' }, { key: 'team' }], { stage: 'prod' }, false],
  ])('%j and %j: %s', (tags, found, expected) => {
    expect(
      matchesTags(found as Record<string, string>, { names: [], tags }),
    ).toBe(expected);
  });
});
