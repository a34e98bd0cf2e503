import { EventsService } from '@backstage/plugin-events-node';
import {
  GLUE_PIPELINES_RUN_TOPIC,
  GluePipelinesRunEvent,
  parseWorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { WorkflowOwners } from '../service/WorkflowOwners';
import { RunChangeListener } from './RunChange';

/** Tells other plugins of the back end what becomes of runs. */
export function publishRunEvents(options: {
  events: EventsService;
  owners: WorkflowOwners;
}): RunChangeListener {
  return async change => {
    const { workflowArn, runId, startedAt, completedAt } = change;
    // What is not known now is left out: why is in the log already.
    const owner = await options.owners
      .ownerOf(parseWorkflowArn(workflowArn))
      .catch(() => undefined);
    const eventPayload: GluePipelinesRunEvent = {
      entityRefs: owner ? [owner] : [],
      workflowArn,
      runId,
      healthBefore: change.before,
      healthAfter: change.after,
      changedAt: change.at,
      startedAt,
      completedAt,
      causeId: change.failure?.cause?.id,
    };
    await options.events.publish({
      topic: GLUE_PIPELINES_RUN_TOPIC,
      eventPayload,
    });
  };
}
