import { ApiRouter, readerOf, RouteDeps } from './ApiRouter';

const DEFAULT_LIMIT = 50;

/** All workflows that somebody may see. What they may see decides the service. */
export function fleetRoutes(router: ApiRouter, deps: RouteDeps): void {
  router.get('/v1/fleet', async (req, res) => {
    const { sort = 'worst', offset = 0, limit = DEFAULT_LIMIT } = req.query;
    const credentials = await readerOf(deps, req);
    res.json(
      await deps.fleet.list(credentials, { ...req.query, sort, offset, limit }),
    );
  });
}
