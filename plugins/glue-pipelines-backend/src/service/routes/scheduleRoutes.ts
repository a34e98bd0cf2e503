import {
  PauseScheduleRequest,
  ResumeScheduleRequest,
} from '@glue-pipelines/backstage-plugin-common';
import { ApiRouter, callerOf, RouteDeps } from './ApiRouter';

/** Pausing and resuming the schedules of workflows. */
export function scheduleRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { writes } = deps;

  router.post('/v1/schedule/pause', async (req, res) => {
    const request: PauseScheduleRequest = req.body;
    await writes.pauseSchedule(callerOf(deps, req), request);
    res.status(204).end();
  });

  router.post('/v1/schedule/resume', async (req, res) => {
    const request: ResumeScheduleRequest = req.body;
    await writes.resumeSchedule(callerOf(deps, req), request);
    res.status(204).end();
  });
}
