import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { REGION_PATTERN } from '@glue-pipelines/pipeline/region';
import { Duration } from 'luxon';

/** Where workflows are: one part of one account. */
export interface Place {
  accountId: string;
  region: string;
}

/** Which workflows are discovered. */
export interface Filters {
  /** Patterns with `*` and `?`; none lets every name through. */
  names: string[];
  tags: { key: string; value?: string }[];
}

export interface DiscoveryConfig {
  /** Instead of AWS's own endpoints. */
  endpoint?: string;
  places: Place[];
  filters: Filters;
  /** An entity ref. */
  defaultOwner: string;
  ownerTag: string;
  lifecycle: string;
  gracePeriodMs: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

const SECTION = 'catalog.providers.gluePipelines';

/**
 * The module's part of app-config with defaults; undefined where it is not
 * configured.
 * @throws InputError naming the key whose value is unusable
 */
export function readDiscoveryConfig(
  config: Config,
): DiscoveryConfig | undefined {
  const section = config.getOptionalConfig(SECTION);
  if (!section) {
    return undefined;
  }
  const defaultOwner = readDefaultOwner(section);
  return {
    endpoint: config.getOptionalString('gluePipelines.aws.endpoint'),
    places: readPlaces(config, section),
    filters: {
      names: section.getOptionalStringArray('filters.names') ?? [],
      tags: (section.getOptionalConfigArray('filters.tags') ?? []).map(tag => ({
        key: tag.getString('key'),
        value: tag.getOptionalString('value'),
      })),
    },
    defaultOwner,
    ownerTag: section.getOptionalString('ownerTag') ?? 'owner',
    lifecycle: section.getOptionalString('lifecycle') ?? 'production',
    gracePeriodMs: readGracePeriod(section),
    schedule: section.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          section.getConfig('schedule'),
        )
      : {
          frequency: { minutes: 30 },
          timeout: { minutes: 15 },
          // The catalog, which is asked for entities written by hand, has to be up.
          initialDelay: { seconds: 15 },
        },
  };
}

function readDefaultOwner(section: Config): string {
  const owner = section.getOptionalString('defaultOwner');
  if (!owner) {
    throw new InputError(
      `${SECTION}.defaultOwner is missing. Name who owns workflows without the owner's tag, e.g. group:default/data-platform`,
    );
  }
  const ref = toOwnerRef(owner);
  if (!ref) {
    throw new InputError(
      `${SECTION}.defaultOwner must be an entity ref such as group:default/data-platform, not '${owner}'`,
    );
  }
  return ref;
}

/** The full entity ref of an owner, a group unless it says otherwise; undefined for what is no ref. */
export function toOwnerRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text.trim(), { defaultKind: 'group' });
    const parts = [ref.kind, ref.namespace, ref.name];
    // parseEntityRef takes anything between its separators (KubernetesValidatorFunctions says what names may be).
    return parts.every(part => /^[a-z0-9]([-_.a-z0-9]*[a-z0-9])?$/i.test(part))
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}

function readGracePeriod(section: Config): number {
  const duration = section.has('gracePeriod')
    ? readDurationFromConfig(section, { key: 'gracePeriod' })
    : { hours: 24 };
  const milliseconds = Duration.fromObject(duration).toMillis();
  if (milliseconds < 0) {
    throw new InputError(`${SECTION}.gracePeriod must not be negative`);
  }
  return milliseconds;
}

function readPlaces(config: Config, section: Config): Place[] {
  const known = new Map(
    (config.getOptionalConfigArray('aws.accounts') ?? []).map(account => [
      account.getString('accountId'),
      account.getOptionalString('region'),
    ]),
  );
  const mainRegion = config.getOptionalString('aws.mainAccount.region');
  const accounts = section.has('accounts')
    ? section.getConfigArray('accounts').map(account => ({
        accountId: account.getString('accountId'),
        regions: account.getOptionalStringArray('regions'),
      }))
    : [...known.keys()].map(accountId => ({ accountId, regions: undefined }));
  if (accounts.length === 0) {
    throw new InputError(
      `${SECTION} finds no account. Add accounts to aws.accounts, or name them in ${SECTION}.accounts`,
    );
  }
  const places = new Map<string, Place>();
  for (const { accountId, regions } of accounts) {
    if (!/^\d{12}$/.test(accountId)) {
      throw new InputError(
        `${SECTION}.accounts: '${accountId}' is not an account id of 12 digits. Quote it, or YAML takes it for a number`,
      );
    }
    const fallback = known.get(accountId) ?? mainRegion;
    const wanted = regions ?? (fallback ? [fallback] : []);
    if (wanted.length === 0) {
      throw new InputError(
        `${SECTION} does not know where to look in account ${accountId}. Name its regions in ${SECTION}.accounts`,
      );
    }
    for (const region of wanted) {
      if (!new RegExp(REGION_PATTERN).test(region)) {
        throw new InputError(
          `${SECTION}.accounts: '${region}' of account ${accountId} is not a region such as eu-west-1`,
        );
      }
      places.set(`${accountId} ${region}`, { accountId, region });
    }
  }
  return [...places.values()];
}
