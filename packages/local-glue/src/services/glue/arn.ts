import { ServerContext } from '../../server/context';

/** Kinds of resources that carry tags, as their ARNs name them. */
export type TaggedKind =
  'workflow' | 'trigger' | 'job' | 'crawler' | 'database' | 'connection';

type Account = Pick<ServerContext, 'region' | 'accountId'>;

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
