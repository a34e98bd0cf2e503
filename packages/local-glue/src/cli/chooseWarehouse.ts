import type { WarehouseListing } from '../server/admin/warehousesRoute';
import { CliError } from './CliError';
import { exitCodes } from './exitCodes';
import { LocalGlueClient } from './LocalGlueClient';
import { nearest } from './nearest';
import { shellWord } from './shellWord';
import { QueryTarget } from './warehouseQuery';

/** What a command line says about the warehouse that it means. */
export interface WarehouseChoice {
  workgroup?: string;
  cluster?: string;
  database?: string;
}

/**
 * The warehouse that is meant: the one that is named, the only one that was
 * made, or the server's own when none was made. Rejects with a `CliError`
 * when several were made, with the command for each; `args` is the command
 * line as it was typed.
 */
export async function chooseWarehouse(
  client: LocalGlueClient,
  choice: WarehouseChoice,
  args: readonly string[],
): Promise<QueryTarget> {
  const all = await client.warehouses();
  const found = named(all, choice) ?? theOnly(all, args);
  return {
    ...(found.kind === 'workgroup'
      ? { WorkgroupName: found.name }
      : { ClusterIdentifier: found.name }),
    Database: choice.database ?? found.database,
  };
}

function named(
  all: readonly WarehouseListing[],
  { workgroup, cluster }: WarehouseChoice,
): WarehouseListing | undefined {
  const name = workgroup ?? cluster;
  if (name === undefined) return undefined;
  const kind = workgroup === undefined ? 'cluster' : 'workgroup';
  const candidates = all.filter(listing => listing.kind === kind);
  const found = candidates.find(listing => listing.name === name);
  if (found) return found;
  const names = candidates.map(listing => listing.name);
  const meant = nearest(name, names);
  const advice =
    meant.length > 0
      ? `Did you mean ${meant.join(' or ')}?`
      : 'See what there is with "local-glue list warehouses".';
  throw new CliError(
    `There is no ${kind} "${name}". ${advice}`,
    exitCodes.failed,
    'ResourceNotFoundException',
  );
}

function theOnly(
  all: readonly WarehouseListing[],
  args: readonly string[],
): WarehouseListing {
  const [own] = all;
  const made = all.filter(({ isOwn }) => !isOwn);
  if (made.length <= 1) return made[0] ?? own;
  const typed = args.map(shellWord).join(' ');
  const commands = [...made, own].map(
    ({ kind, name }) => `  local-glue ${typed} --${kind} ${name}`,
  );
  throw new CliError(
    `There are several warehouses; say which one is meant:\n${commands.join('\n')}`,
    exitCodes.usage,
    'Usage',
  );
}
