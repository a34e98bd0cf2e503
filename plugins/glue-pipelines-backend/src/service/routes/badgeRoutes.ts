import {
  BadgeRequest,
  gluePipelinesWorkflowReadPermission,
} from '@glue-pipelines/backstage-plugin-common';
import { workflowOf } from '../EntityWorkflows';
import { ApiRouter, callerOf, readerOf, RouteDeps } from './ApiRouter';

/** Where badges are, which everybody sees who has the link. */
export const BADGES_PATH = '/v1/badges';

/** Badges of pipelines, and the links by which they are seen. */
export function badgeRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { badges, entities, writes } = deps;

  router.get('/v1/badges/:token', async (req, res) => {
    const image = await badges.image(req.params.token);
    res
      .set({
        // Not for longer: a link that is revoked should soon show nothing.
        'Cache-Control': 'public, max-age=60',
        'Content-Security-Policy': "default-src 'none'",
        // Pages of other origins embed it.
        'Cross-Origin-Resource-Policy': 'cross-origin',
      })
      .type('image/svg+xml')
      // The document's types know answers of JSON only.
      .send(image as never);
  });

  router.get('/v1/badge', async (req, res) => {
    const { entityRef, workflowArn } = req.query;
    const entity = await entities.authorize(
      await readerOf(deps, req),
      entityRef,
      gluePipelinesWorkflowReadPermission,
    );
    res.json(
      await badges.read(entity.entityRef, workflowOf(entity, workflowArn)),
    );
  });

  router.post('/v1/badge/share', async (req, res) => {
    const request: BadgeRequest = req.body;
    res.json(await writes.shareBadge(callerOf(deps, req), request));
  });

  router.post('/v1/badge/revoke', async (req, res) => {
    const request: BadgeRequest = req.body;
    await writes.revokeBadge(callerOf(deps, req), request);
    res.status(204).end();
  });
}
