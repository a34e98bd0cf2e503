import { CliError } from './CliError';
import { exitCodes } from './exitCodes';
import { LocalGlueClient, ServiceError } from './LocalGlueClient';
import { nearest } from './nearest';

const listings = {
  workflow: ['ListWorkflows', 'Workflows'],
  job: ['ListJobs', 'JobNames'],
  crawler: ['ListCrawlers', 'CrawlerNames'],
  database: ['GetDatabases', 'DatabaseList'],
} as const;

/** Resources that a command line names. */
export type ResourceKind = keyof typeof listings;

/** The names of all resources of a kind. */
export async function resourceNames(
  client: LocalGlueClient,
  kind: ResourceKind,
): Promise<string[]> {
  const [operation, member] = listings[kind];
  const names: string[] = [];
  for await (const page of client.pages<
    Record<string, (string | { Name: string })[] | undefined>
  >('glue', operation, {})) {
    for (const item of page[member] ?? []) {
      names.push(typeof item === 'string' ? item : item.Name);
    }
  }
  return names;
}

/** Calls; where the resource is unknown, says which ones there are that were meant. */
export async function withSuggestions<Output>(
  client: LocalGlueClient,
  kind: ResourceKind,
  name: string,
  call: () => Promise<Output>,
): Promise<Output> {
  try {
    return await call();
  } catch (error) {
    if (!isNotFound(error)) throw error;
    const known = await resourceNames(client, kind);
    // Something else of the request is unknown: a run, a node.
    if (known.includes(name)) throw error;
    throw new CliError(
      `There is no ${kind} "${name}". ${advice(kind, name, known)}`,
      exitCodes.failed,
      (error as ServiceError).code,
    );
  }
}

export function isNotFound(error: unknown): boolean {
  return (
    error instanceof ServiceError &&
    /^(EntityNotFound|ResourceNotFound)Exception$/.test(error.code)
  );
}

function advice(
  kind: ResourceKind,
  name: string,
  known: readonly string[],
): string {
  const meant = nearest(name, known);
  if (meant.length > 0) return `Did you mean ${meant.join(' or ')}?`;
  return known.length > 0
    ? `See what there is with "local-glue list ${kind}s".`
    : `The server has no ${kind} yet: deploy a CDK app with "local-glue deploy cdk.out", or create one with the AWS CLI or an SDK.`;
}
