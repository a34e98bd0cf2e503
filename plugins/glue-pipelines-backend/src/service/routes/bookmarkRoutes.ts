import {
  gluePipelinesRunReadPermission,
  ResetBookmarkRequest,
} from '@glue-pipelines/backstage-plugin-common';
import { workflowOf } from '../EntityWorkflows';
import { ApiRouter, callerOf, readerOf, RouteDeps } from './ApiRouter';

/** How far the jobs of a workflow have read, and starting over. */
export function bookmarkRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { bookmarks, entities, writes } = deps;

  router.get('/v1/jobs/:jobName/bookmark', async (req, res) => {
    const { entityRef, workflowArn } = req.query;
    const entity = await entities.authorize(
      await readerOf(deps, req),
      entityRef,
      gluePipelinesRunReadPermission,
    );
    res.json(
      await bookmarks.read(
        entity.entityRef,
        workflowOf(entity, workflowArn),
        req.params.jobName,
      ),
    );
  });

  router.post('/v1/jobs/:jobName/bookmark/reset', async (req, res) => {
    const request: ResetBookmarkRequest = req.body;
    const { jobName } = req.params;
    res.json(
      await writes.resetBookmark(callerOf(deps, req), { ...request, jobName }),
    );
  });
}
