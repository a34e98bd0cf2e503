import { codeOwners } from './codeOwners';

describe('codeOwners', () => {
  const github = 'github.com?owner=acme&repo=orders';
  it.each([
    ['group:default/sales', github, '* @acme/sales\n'],
    ['sales', github, '* @acme/sales\n'],
    ['user:default/anna', github, '* @anna\n'],
    [
      'sales',
      'gitlab.com?owner=acme%2Fdata&repo=orders',
      '* @acme/data/sales\n',
    ],
    ['sales', undefined, undefined],
    ['sales', 'github.com', undefined],
  ])('of %s in %s: %j', (owner, repoUrl, expected) => {
    expect(codeOwners(owner, repoUrl)).toBe(expected);
  });
});
