import {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Request } from 'express';

/** What an audit event tells before it is known how it ends. */
export interface AuditedAct {
  eventId: string;
  request?: Request<any, any, any, any, any>;
  meta: JsonObject;
  /** Medium when absent. Low is for what happens all the time: Backstage logs it as `debug`. */
  severityLevel?: AuditorServiceEventSeverityLevel;
}

/** Does something and records who did it to what, whether or not it succeeds. */
export async function audited<T>(
  auditor: AuditorService,
  { eventId, request, meta, severityLevel = 'medium' }: AuditedAct,
  act: () => Promise<{ result: T; meta?: JsonObject }>,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel,
    request,
    meta,
  });
  try {
    const done = await act();
    await event.success(done.meta && { meta: done.meta });
    return done.result;
  } catch (error) {
    assertError(error);
    await event.fail({ error });
    throw error;
  }
}
