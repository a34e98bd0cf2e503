import { ApiRouter, readerOf, RouteDeps } from './ApiRouter';

/** How the collector is and what it does not see, for who runs the portal. */
export function collectorRoutes(router: ApiRouter, deps: RouteDeps): void {
  router.get('/v1/collector', async (req, res) => {
    res.json(await deps.health.read(await readerOf(deps, req)));
  });

  router.get('/v1/unnamed-workflows', async (req, res) => {
    res.json(await deps.unnamed.read(await readerOf(deps, req)));
  });
}
