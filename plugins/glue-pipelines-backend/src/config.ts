import { Config, readDurationFromConfig } from '@backstage/config';
import { HumanDuration } from '@backstage/types';
import { InputError } from '@backstage/errors';
import { parseFreshness } from '@glue-pipelines/backstage-plugin-common';
import { LIST_PRICES } from '@glue-pipelines/pipeline';
import { Duration } from 'luxon';
import { DigestSchedule } from './notifications/digest/Digest';
import { NOTICE_KINDS, NoticeKind } from './notifications/Notice';

/** The plugin's part of app-config, with defaults. */
export interface GluePipelinesConfig {
  endpoint?: string;
  collector: CollectorConfig;
  requireEntityTag: RequireEntityTag;
  startsPerMinute: StartLimits;
  cost: CostConfig;
  /** Whether badges are served to whoever has their link. */
  badges: boolean;
  notifications: NotificationsConfig;
  /** The topic of Backstage's events service on which AWS's own events arrive. */
  eventsTopic: string;
}

/** What a DPU hour is taken to cost. */
export interface CostConfig {
  pricePerDpuHour: number;
  /** ISO 4217. */
  currency: string;
}

/** What owners of workflows are told. */
export interface NotificationsConfig {
  kinds: ReadonlySet<NoticeKind>;
  /** How many notifications an owner gets in an hour one by one. */
  perOwnerAndHour: number;
  /** Absent: none is sent. */
  digest?: DigestSchedule;
}

/** For what a workflow has to say in a tag that it belongs to the entity that names it. */
export interface RequireEntityTag {
  reads: boolean;
  writes: boolean;
}

/** How many runs are started within a minute at most. */
export interface StartLimits {
  perUser: number;
  perWorkflow: number;
}

export interface CollectorConfig {
  /** How often a workflow without a running run is read, in milliseconds. */
  idleMs: number;
  /** How often a workflow with a running run is read, in milliseconds. */
  activeMs: number;
  /** Ended runs kept per workflow. */
  runsToKeep: number;
  /** How long ended runs are kept, in milliseconds. */
  keepRunsForMs: number;
  /** How long a workflow that no entity names is kept with its runs, in milliseconds. */
  keepUnnamedForMs: number;
}

const MINIMUM_INTERVAL_MS = 500;

const keyOfKind: Record<NoticeKind, string> = {
  failure: 'failure',
  recovery: 'recovery',
  lateness: 'lateness',
  overrun: 'overrun',
  'first-success': 'firstSuccess',
};

/** @throws InputError naming the key whose value is unusable */
export function readGluePipelinesConfig(config: Config): GluePipelinesConfig {
  const endpoint = config.getOptionalString('gluePipelines.aws.endpoint');
  if (endpoint !== undefined && !/^https?:$/.test(protocolOf(endpoint))) {
    throw new InputError(
      `gluePipelines.aws.endpoint must be an http or https URL, not '${endpoint}'`,
    );
  }
  return {
    endpoint,
    collector: {
      idleMs: readInterval(config, 'gluePipelines.collector.idle', {
        seconds: 60,
      }),
      activeMs: readInterval(config, 'gluePipelines.collector.active', {
        seconds: 15,
      }),
      runsToKeep: readCount(config, 'gluePipelines.collector.runsToKeep', 1000),
      keepRunsForMs: readInterval(
        config,
        'gluePipelines.collector.keepRunsFor',
        { days: 365 },
      ),
      keepUnnamedForMs: readInterval(
        config,
        'gluePipelines.collector.keepUnnamedFor',
        { days: 30 },
      ),
    },
    startsPerMinute: {
      perUser: readCount(config, 'gluePipelines.startsPerMinute.perUser', 10),
      perWorkflow: readCount(
        config,
        'gluePipelines.startsPerMinute.perWorkflow',
        10,
      ),
    },
    cost: readCost(config),
    badges: config.getOptionalBoolean('gluePipelines.badges') ?? false,
    notifications: {
      kinds: new Set(
        NOTICE_KINDS.filter(
          kind =>
            config.getOptionalBoolean(
              `gluePipelines.notifications.${keyOfKind[kind]}`,
            ) ?? true,
        ),
      ),
      perOwnerAndHour: readCount(
        config,
        'gluePipelines.notifications.perOwnerAndHour',
        10,
      ),
      digest: readDigest(config),
    },
    eventsTopic:
      config.getOptionalString('gluePipelines.events.topic') ?? 'aws-glue',
    requireEntityTag: {
      reads:
        config.getOptionalBoolean('gluePipelines.requireEntityTag.reads') ??
        false,
      writes:
        config.getOptionalBoolean('gluePipelines.requireEntityTag.writes') ??
        true,
    },
  };
}

function readDigest(config: Config): DigestSchedule | undefined {
  const key = 'gluePipelines.notifications.digest';
  const every = config.getOptionalString(`${key}.every`);
  if (every === undefined) {
    return undefined;
  }
  if (every !== 'day' && every !== 'week') {
    throw new InputError(`${key}.every must be day or week, not '${every}'`);
  }
  const at = config.getOptionalString(`${key}.at`) ?? '07:00';
  try {
    const time = parseFreshness(`by ${at}`);
    if (time.kind === 'daily') {
      return { every, hour: time.hour, minute: time.minute, zone: time.zone };
    }
  } catch {
    // Said below.
  }
  throw new InputError(
    `${key}.at must be a time of day such as '07:00' or '07:00 Europe/Berlin', not '${at}'`,
  );
}

function readCost(config: Config): CostConfig {
  const pricePerDpuHour =
    config.getOptionalNumber('gluePipelines.cost.pricePerDpuHour') ??
    LIST_PRICES.dpuHour;
  if (!Number.isFinite(pricePerDpuHour) || pricePerDpuHour < 0) {
    throw new InputError(
      `gluePipelines.cost.pricePerDpuHour must be a number of at least 0, not ${pricePerDpuHour}`,
    );
  }
  const currency =
    config.getOptionalString('gluePipelines.cost.currency') ?? 'USD';
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new InputError(
      `gluePipelines.cost.currency must be a code of ISO 4217 such as USD or EUR, not '${currency}'`,
    );
  }
  return { pricePerDpuHour, currency };
}

function protocolOf(url: string) {
  try {
    return new URL(url).protocol;
  } catch {
    return '';
  }
}

function readCount(config: Config, key: string, fallback: number) {
  const count = config.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(count) || count < 1) {
    throw new InputError(
      `${key} must be a whole number of at least 1, not ${count}`,
    );
  }
  return count;
}

function readInterval(config: Config, key: string, fallback: HumanDuration) {
  const duration = config.has(key)
    ? readDurationFromConfig(config, { key })
    : fallback;
  const milliseconds = Duration.fromObject(duration).toMillis();
  if (milliseconds < MINIMUM_INTERVAL_MS) {
    throw new InputError(
      `${key} must be at least ${MINIMUM_INTERVAL_MS} milliseconds, not ${milliseconds}`,
    );
  }
  return milliseconds;
}
