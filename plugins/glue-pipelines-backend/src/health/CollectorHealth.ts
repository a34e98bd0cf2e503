import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  CollectorLocation,
  CollectorResponse,
  gluePipelinesCollectorReadPermission,
} from '@glue-pipelines/backstage-plugin-common';
import { CollectionStates } from '../database/CollectionStates';
import { CallCounts } from './CallCounts';
import { AccountAndRegion, keyOf, parseLocation } from './locations';

/** How the collector is: the queue of all replicas, and the calls of this one. */
export class CollectorHealth {
  constructor(
    private readonly options: {
      permissions: PermissionsService;
      states: CollectionStates;
      counts: CallCounts;
    },
  ) {}

  /** @throws NotAllowedError naming the permission that is missing */
  async requireReading(credentials: BackstageCredentials): Promise<void> {
    const permission = gluePipelinesCollectorReadPermission;
    const [decision] = await this.options.permissions.authorize(
      [{ permission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`You need the permission ${permission.name}`);
    }
  }

  /** @throws NotAllowedError naming the permission that is missing */
  async read(credentials: BackstageCredentials): Promise<CollectorResponse> {
    const { states, counts } = this.options;
    await this.requireReading(credentials);
    const failures = new Map(
      (await states.newestFailures()).map(each => [each.location, each]),
    );
    // Called, although no entity names a workflow there any more.
    const locations = new Map<string, CollectorLocation>(
      counts.called().map(location => [keyOf(location), nothing(location)]),
    );
    for (const state of await states.list()) {
      const location = parseLocation(state.location);
      const failure = failures.get(state.location);
      locations.set(keyOf(location), {
        ...nothing(location),
        workflows: state.wanted,
        due: state.due,
        active: state.active,
        failing: state.failing,
        lagSeconds: state.lagSeconds,
        ...(failure && {
          newestFailure: { message: failure.message, at: failure.at },
        }),
        ...(state.lastSuccessAt && { lastSuccessAt: state.lastSuccessAt }),
      });
    }
    return {
      locations: [...locations.keys()].sort().map(key => {
        const location = locations.get(key)!;
        return { ...location, calls: counts.of(location) };
      }),
      startedAt: counts.startedAt.toISOString(),
      servedAt: new Date().toISOString(),
    };
  }
}

function nothing({ accountId, region }: AccountAndRegion): CollectorLocation {
  return {
    accountId,
    region,
    workflows: 0,
    due: 0,
    active: 0,
    failing: 0,
    lagSeconds: 0,
    calls: [],
  };
}
