import type {
  BackstageCredentials,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  type CatalogService,
  locationSpecToLocationEntity,
} from '@backstage/plugin-catalog-node';
import { dirname, resolve, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The part of a file location's target that holds no wildcard. */
export function fixedFolder(target: string): string {
  const wildcard = target.search(/[*?[{]/);
  const fixed = wildcard < 0 ? target : target.slice(0, wildcard);
  return resolve(
    wildcard >= 0 && /[/\\]$/.test(fixed) ? fixed : dirname(fixed),
  );
}

const covers = (location: Entity, file: string) => {
  const {
    type,
    target,
    targets = [],
  } = (location.spec ?? {}) as {
    type?: string;
    target?: string;
    targets?: string[];
  };
  return (
    type === 'file' &&
    [target, ...targets].some(
      candidate =>
        candidate !== undefined &&
        `${file}${sep}`.startsWith(`${fixedFolder(candidate)}${sep}`) &&
        /[*?[{]/.test(candidate),
    )
  );
};

/**
 * The locations of the configuration. The catalog shows one only once it has
 * read a file there, so that a folder which is empty until now has none.
 */
const configuredLocations = (config: RootConfigService): Entity[] =>
  (config.getOptionalConfigArray('catalog.locations') ?? [])
    .filter(location => location.getOptionalString('type') === 'file')
    .map(location =>
      locationSpecToLocationEntity({
        location: {
          type: 'file',
          target: resolve(location.getString('target')),
        },
      }),
    );

/**
 * Has the catalog read the location that covers a new file at once, and waits
 * for the entity in it.
 *
 * @param file - absolute path of the `catalog-info.yaml`
 * @returns whether the entity is there
 */
export async function awaitCatalogEntity(options: {
  config: RootConfigService;
  catalog: CatalogService;
  credentials: BackstageCredentials;
  file: string;
  entityRef: string;
  timeoutMs: number;
  log: (message: string) => void;
  signal?: AbortSignal;
}): Promise<boolean> {
  const { config, catalog, credentials, file, entityRef, log, signal } =
    options;
  const { items } = await catalog.getEntities(
    { filter: { kind: 'Location', 'spec.type': 'file' } },
    { credentials },
  );
  const locations = new Set(
    [...items, ...configuredLocations(config)]
      .filter(location => covers(location, file))
      .map(location => stringifyEntityRef(location)),
  );
  if (locations.size === 0) {
    log(
      `The catalog reads no folder with ${file}: add a catalog location of type "file" with the target ${dirname(
        dirname(file),
      )}/*/catalog-info.yaml to app-config`,
    );
    return false;
  }
  const deadline = Date.now() + options.timeoutMs;
  log(`Waiting for ${entityRef} in the catalog`);
  for (;;) {
    for (const location of locations) {
      await catalog.refreshEntity(location, { credentials });
    }
    // The catalog reads in its own time; asking it again too often only slows it.
    for (let poll = 0; poll < 5; poll += 1) {
      if (await catalog.getEntityByRef(entityRef, { credentials })) {
        log(`${entityRef} is in the catalog`);
        return true;
      }
      if (Date.now() >= deadline) {
        log(
          `${entityRef} is not in the catalog yet; it appears when the catalog has read ${file}`,
        );
        return false;
      }
      await delay(500, undefined, { signal });
    }
  }
}
