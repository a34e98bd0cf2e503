import type { Account } from '../../base/Account';

/** Kinds of resources that carry tags, as their ARNs name them. */
export type TaggedKind =
  'workflow' | 'trigger' | 'job' | 'crawler' | 'database' | 'connection';

export function glueArn(
  { region, accountId }: Account,
  kind: TaggedKind,
  name: string,
): string {
  return `arn:aws:glue:${region}:${accountId}:${kind}/${name}`;
}

/** Names may contain slashes: everything after the first one is the name. */
export function parseGlueArn(
  { region, accountId }: Account,
  arn: string,
): { kind: string; path: string } | undefined {
  const prefix = `arn:aws:glue:${region}:${accountId}:`;
  if (!arn.startsWith(prefix)) return undefined;
  const resource = arn.slice(prefix.length);
  const slash = resource.indexOf('/');
  if (slash < 1) return undefined;
  return { kind: resource.slice(0, slash), path: resource.slice(slash + 1) };
}

/** The workflow that an ARN names, if it is one of this account's. */
export function workflowOfArn(
  account: Account,
  arn: string,
): string | undefined {
  const named = parseGlueArn(account, arn);
  return named?.kind === 'workflow' ? named.path : undefined;
}
