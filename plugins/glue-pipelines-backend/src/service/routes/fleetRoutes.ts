import { ApiRouter, readerOf, RouteDeps } from './ApiRouter';
import { toInstant } from './toInstant';

const DEFAULT_LIMIT = 50;
const DEFAULT_RUNS_LIMIT = 25;

/** All workflows that somebody may see. What they may see decides the service. */
export function fleetRoutes(router: ApiRouter, deps: RouteDeps): void {
  router.get('/v1/fleet', async (req, res) => {
    const { sort = 'worst', offset = 0, limit = DEFAULT_LIMIT } = req.query;
    const { mine, ...query } = req.query;
    const { credentials, owners } = await askerOf(deps, req, mine);
    res.json(
      await deps.fleet.list(credentials, {
        ...query,
        owners,
        sort,
        offset,
        limit,
      }),
    );
  });

  router.get('/v1/fleet/hygiene', async (req, res) => {
    const { offset = 0, limit = DEFAULT_LIMIT } = req.query;
    const { mine, ...filter } = req.query;
    const { credentials, owners } = await askerOf(deps, req, mine);
    res.json(
      await deps.hygiene.list(credentials, {
        ...filter,
        owners,
        offset,
        limit,
      }),
    );
  });

  router.get('/v1/fleet/runs', async (req, res) => {
    const { offset = 0, limit = DEFAULT_RUNS_LIMIT } = req.query;
    const { mine, ...filter } = req.query;
    const { credentials, owners } = await askerOf(deps, req, mine);
    res.json(
      await deps.fleetRuns.list(credentials, {
        ...filter,
        owners,
        from: toInstant('from', filter.from),
        to: toInstant('to', filter.to),
        offset,
        limit,
      }),
    );
  });
}

/** Who asks and, where only what is theirs is asked for, as what they own: only people do. */
async function askerOf(
  deps: RouteDeps,
  request: Parameters<typeof readerOf>[1],
  mine: boolean = false,
) {
  if (!mine) {
    return { credentials: await readerOf(deps, request) };
  }
  const credentials = await deps.httpAuth.credentials(request, {
    allow: ['user'],
  });
  const { ownershipEntityRefs } = await deps.userInfo.getUserInfo(credentials);
  return { credentials, owners: ownershipEntityRefs };
}
