import { ApiRouter, readerOf, RouteDeps } from './ApiRouter';
import { toInstant } from './toInstant';

const DEFAULT_LIMIT = 50;
const DEFAULT_RUNS_LIMIT = 25;

/** All workflows that somebody may see. What they may see decides the service. */
export function fleetRoutes(router: ApiRouter, deps: RouteDeps): void {
  router.get('/v1/fleet', async (req, res) => {
    const { sort = 'worst', offset = 0, limit = DEFAULT_LIMIT } = req.query;
    const credentials = await readerOf(deps, req);
    res.json(
      await deps.fleet.list(credentials, { ...req.query, sort, offset, limit }),
    );
  });

  router.get('/v1/fleet/runs', async (req, res) => {
    const { offset = 0, limit = DEFAULT_RUNS_LIMIT, ...filter } = req.query;
    const credentials = await readerOf(deps, req);
    res.json(
      await deps.fleetRuns.list(credentials, {
        ...filter,
        from: toInstant('from', filter.from),
        to: toInstant('to', filter.to),
        offset,
        limit,
      }),
    );
  });
}
