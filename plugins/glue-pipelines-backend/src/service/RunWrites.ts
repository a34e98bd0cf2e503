import {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import {
  BackfillRequest,
  BadgeRequest,
  BadgeResponse,
  BookmarkResponse,
  gluePipelinesBadgeSharePermission,
  gluePipelinesBookmarkResetPermission,
  gluePipelinesRunResumePermission,
  gluePipelinesRunStartPermission,
  gluePipelinesRunStopPermission,
  gluePipelinesScheduleUpdatePermission,
  PauseScheduleRequest,
  ResetBookmarkRequest,
  ResumeRunRequest,
  ResumeScheduleRequest,
  StartRunRequest,
  StopBackfillRequest,
  StopRunRequest,
} from '@glue-pipelines/backstage-plugin-common';
import { Request } from 'express';
import { Backfills } from '../backfills/Backfills';
import { Badges } from '../badges/Badges';
import { audited } from './audited';
import { Bookmarks } from './Bookmarks';
import { EntityWorkflows, workflowOf } from './EntityWorkflows';
import { redactProperties } from './redactProperties';
import { checkRunProperties } from './runProperties';
import { Schedules } from './Schedules';
import { RunControl } from './RunControl';

/** Who asks. Found out inside, so that a refusal of who it is is audited, too. */
export interface Caller {
  credentials: () => Promise<BackstageCredentials<BackstageUserPrincipal>>;
  request?: Request<any, any, any, any, any>;
}

/**
 * Everything that changes something: permitted by the entity's permission and
 * audited whether or not it succeeds, whichever way it was asked for.
 */
export class RunWrites {
  constructor(
    private readonly options: {
      auditor: AuditorService;
      entities: EntityWorkflows;
      userInfo: UserInfoService;
      runs: RunControl;
      backfills: Backfills;
      badges: Badges;
      bookmarks: Bookmarks;
      schedules: Schedules;
    },
  ) {}

  /** Starts a run and answers with its id. */
  start(caller: Caller, request: StartRunRequest): Promise<string> {
    const { entityRef, workflowArn, properties, idempotencyKey } = request;
    const meta = {
      entityRef,
      workflowArn,
      properties: redactProperties(properties ?? {}),
    };
    return this.audited('run-start', caller, meta, async credentials => {
      const { entities, runs } = this.options;
      const entity = await entities.authorize(
        credentials,
        entityRef,
        gluePipelinesRunStartPermission,
      );
      const runId = await runs.start(entity.entityRef, {
        workflow: workflowOf(entity, workflowArn),
        properties: checkRunProperties(properties),
        startedBy: await this.userOf(credentials),
        key: idempotencyKey,
      });
      return { result: runId, meta: { runId } };
    });
  }

  /** Ends a run early. */
  stop(
    caller: Caller,
    { entityRef, workflowArn, runId }: StopRunRequest & { runId: string },
  ): Promise<void> {
    const meta = { entityRef, workflowArn, runId };
    return this.audited('run-stop', caller, meta, async credentials => {
      const { entities, runs } = this.options;
      const entity = await entities.authorize(
        credentials,
        entityRef,
        gluePipelinesRunStopPermission,
      );
      const workflow = workflowOf(entity, workflowArn);
      await runs.stop(entity.entityRef, workflow, runId);
      return { result: undefined };
    });
  }

  /** Goes on from nodes of a run and answers with the new run's id. */
  resume(
    caller: Caller,
    {
      entityRef,
      workflowArn,
      runId,
      nodeIds,
    }: ResumeRunRequest & { runId: string },
  ): Promise<string> {
    const meta = { entityRef, workflowArn, runId, nodeIds };
    return this.audited('run-resume', caller, meta, async credentials => {
      const { entities, runs } = this.options;
      const entity = await entities.authorize(
        credentials,
        entityRef,
        gluePipelinesRunResumePermission,
      );
      const newRunId = await runs.resume(
        entity.entityRef,
        workflowOf(entity, workflowArn),
        { runId, nodeIds, startedBy: await this.userOf(credentials) },
      );
      return { result: newRunId, meta: { newRunId } };
    });
  }

  /** Starts a run for each value of a run property, and answers with the backfill's id. */
  beginBackfill(caller: Caller, request: BackfillRequest): Promise<string> {
    const { entityRef, workflowArn, property, which, atOnce } = request;
    const meta = {
      entityRef,
      workflowArn,
      property,
      which,
      atOnce,
      ...(request.range && { range: { ...request.range } }),
      ...(request.values && { values: request.values.length }),
      properties: redactProperties(request.properties ?? {}),
    };
    return this.audited('backfill-begin', caller, meta, async credentials => {
      const { entities, backfills } = this.options;
      const entity = await entities.authorize(
        credentials,
        entityRef,
        gluePipelinesRunStartPermission,
      );
      const backfillId = await backfills.begin(
        entity.entityRef,
        workflowOf(entity, workflowArn),
        request,
        await this.userOf(credentials),
      );
      return { result: backfillId, meta: { backfillId } };
    });
  }

  /** Begins no further runs of a backfill. */
  stopBackfill(
    caller: Caller,
    {
      entityRef,
      workflowArn,
      backfillId,
    }: StopBackfillRequest & { backfillId: string },
  ): Promise<void> {
    const meta = { entityRef, workflowArn, backfillId };
    return this.audited('backfill-stop', caller, meta, async credentials => {
      const { entities, backfills } = this.options;
      const entity = await entities.authorize(
        credentials,
        entityRef,
        gluePipelinesRunStartPermission,
      );
      await backfills.stop(
        entity.entityRef,
        workflowOf(entity, workflowArn),
        backfillId,
        await this.userOf(credentials),
      );
      return { result: undefined };
    });
  }

  /** Nothing but people starts the workflow any more. */
  pauseSchedule(
    caller: Caller,
    { entityRef, workflowArn, reason }: PauseScheduleRequest,
  ): Promise<void> {
    const meta = { entityRef, workflowArn, reason };
    return this.audited('schedule-pause', caller, meta, async credentials => {
      const { entities, schedules } = this.options;
      const entity = await entities.authorize(
        credentials,
        entityRef,
        gluePipelinesScheduleUpdatePermission,
      );
      const workflow = workflowOf(entity, workflowArn);
      await schedules.pause(entity.entityRef, workflow, {
        reason,
        pausedBy: await this.userOf(credentials),
      });
      return { result: undefined };
    });
  }

  /** The schedule starts the workflow again. */
  resumeSchedule(
    caller: Caller,
    { entityRef, workflowArn }: ResumeScheduleRequest,
  ): Promise<void> {
    const meta = { entityRef, workflowArn };
    return this.audited('schedule-resume', caller, meta, async credentials => {
      const { entities, schedules } = this.options;
      const entity = await entities.authorize(
        credentials,
        entityRef,
        gluePipelinesScheduleUpdatePermission,
      );
      const ended = await schedules.resume(
        entity.entityRef,
        workflowOf(entity, workflowArn),
      );
      return {
        result: undefined,
        meta: ended && { pausedBy: ended.pausedBy, pausedAt: ended.pausedAt },
      };
    });
  }

  /** Lets the next run of a job read again what runs before it have read. */
  resetBookmark(
    caller: Caller,
    {
      entityRef,
      workflowArn,
      jobName,
      jobRunId,
    }: ResetBookmarkRequest & { jobName: string },
  ): Promise<BookmarkResponse> {
    const meta = { entityRef, workflowArn, jobName, jobRunId };
    return this.audited('bookmark-reset', caller, meta, async credentials => {
      const { entities, bookmarks } = this.options;
      const entity = await entities.authorize(
        credentials,
        entityRef,
        gluePipelinesBookmarkResetPermission,
      );
      const result = await bookmarks.reset(
        entity.entityRef,
        workflowOf(entity, workflowArn),
        { jobName, jobRunId },
      );
      return { result, meta: { version: result.bookmark?.version } };
    });
  }

  /** Shows how a pipeline is to whoever has the link that is answered. */
  shareBadge(
    caller: Caller,
    { entityRef, workflowArn }: BadgeRequest,
  ): Promise<BadgeResponse> {
    const meta = { entityRef, workflowArn };
    return this.audited('badge-share', caller, meta, async credentials => {
      const { entities, badges } = this.options;
      const entity = await entities.authorize(
        credentials,
        entityRef,
        gluePipelinesBadgeSharePermission,
      );
      const result = await badges.share(
        entity.entityRef,
        workflowOf(entity, workflowArn),
        await this.userOf(credentials),
      );
      return { result };
    });
  }

  /** The link shows nothing any more. */
  revokeBadge(
    caller: Caller,
    { entityRef, workflowArn }: BadgeRequest,
  ): Promise<void> {
    const meta = { entityRef, workflowArn };
    return this.audited('badge-revoke', caller, meta, async credentials => {
      const { entities, badges } = this.options;
      const entity = await entities.authorize(
        credentials,
        entityRef,
        gluePipelinesBadgeSharePermission,
      );
      await badges.revoke(entity.entityRef, workflowOf(entity, workflowArn));
      return { result: undefined };
    });
  }

  private async userOf(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<string> {
    const { userEntityRef } =
      await this.options.userInfo.getUserInfo(credentials);
    return userEntityRef;
  }

  private audited<T>(
    eventId: string,
    { credentials, request }: Caller,
    meta: JsonObject,
    act: (
      credentials: BackstageCredentials<BackstageUserPrincipal>,
    ) => Promise<{ result: T; meta?: JsonObject }>,
  ): Promise<T> {
    return audited(this.options.auditor, { eventId, request, meta }, async () =>
      act(await credentials()),
    );
  }
}
