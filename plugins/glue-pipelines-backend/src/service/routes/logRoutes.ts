import { ApiRouter, readerOf, RouteDeps } from './ApiRouter';
import { toInstant } from './toInstant';

/** What jobs and crawlers of runs wrote. */
export function logRoutes(router: ApiRouter, deps: RouteDeps): void {
  router.get('/v1/runs/:runId/logs', async (req, res) => {
    const { from, until, ...query } = req.query;
    const { answer } = await deps.logReads.read(
      () => readerOf(deps, req),
      {
        ...query,
        runId: req.params.runId,
        from: toMilliseconds('from', from),
        until: toMilliseconds('until', until),
      },
      req,
    );
    res.json(answer);
  });

  router.get('/v1/runs/:runId/insights', async (req, res) => {
    const { runId } = req.params;
    res.json(
      await deps.logReads.readInsights(
        () => readerOf(deps, req),
        { ...req.query, runId },
        req,
      ),
    );
  });
}

function toMilliseconds(name: string, time: string | undefined) {
  const instant = toInstant(name, time);
  // CloudWatch knows no time before 1970.
  return instant === undefined ? undefined : Math.max(0, Date.parse(instant));
}
