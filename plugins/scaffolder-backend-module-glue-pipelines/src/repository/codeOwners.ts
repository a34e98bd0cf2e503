import { parseEntityRef } from '@backstage/catalog-model';

/**
 * `CODEOWNERS` of a repository: the team, or the person, that is called on the
 * host as in the catalog. Nothing where the repository is at no host.
 *
 * @param repoUrl - as the scaffolder has it: `github.com?owner=acme&repo=orders`
 */
export function codeOwners(
  owner: string,
  repoUrl: string | undefined,
): string | undefined {
  const query = repoUrl?.split('?')[1];
  const organization = new URLSearchParams(query).get('owner');
  if (!organization) {
    return undefined;
  }
  const { kind, name } = parseEntityRef(owner, { defaultKind: 'group' });
  return `* @${kind.toLowerCase() === 'user' ? name : `${organization}/${name}`}\n`;
}
