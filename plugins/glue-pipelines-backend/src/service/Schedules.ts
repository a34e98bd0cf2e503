import { Trigger } from '@aws-sdk/client-glue';
import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  StartTrigger,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { mayHaveArrived } from '../aws/awsErrors';
import { GlueApi } from '../aws/GlueApi';
import { Collector } from '../collector/Collector';
import { RunStore } from '../database/RunStore';
import { SchedulePauses, StoredPause } from '../database/SchedulePauses';
import { WorkflowOwners } from './WorkflowOwners';

/** How long the answer to a change waits until it can be read, in milliseconds. */
const COLLECTION_MS = 3_000;

/**
 * Pauses and resumes the schedules of workflows, for callers that are
 * authorized already. Only triggers of type SCHEDULED can be: StartTrigger
 * fires one of type ON_DEMAND, and one of type EVENT is never activated
 * ("Activating and deactivating triggers", AWS Glue Developer Guide).
 */
export class Schedules {
  constructor(
    private readonly options: {
      glue: GlueApi;
      store: RunStore;
      collector: Collector;
      owners: WorkflowOwners;
      pauses: SchedulePauses;
    },
  ) {}

  /**
   * @throws ConflictError where nothing is to be paused, saying what starts the
   * workflow instead, ServiceUnavailableError while the workflow was never
   * read; errors of WorkflowOwners and GlueApi
   */
  async pause(
    entityRef: string,
    workflow: WorkflowArn,
    { reason, pausedBy }: { reason: string; pausedBy: string },
  ): Promise<void> {
    const { glue, pauses } = this.options;
    if (!reason.trim()) {
      throw new InputError('reason: say why the schedule is paused');
    }
    const { name, state } = await this.readSchedule(entityRef, workflow);
    if (state !== 'ACTIVATED') {
      throw new ConflictError(
        `The schedule of workflow '${workflow.name}' is not active: AWS Glue says that it is ${state}. There is nothing to pause`,
      );
    }
    // First, so that a pause whose answer is lost has its reason all the same.
    await pauses.save({
      workflowArn: workflow.arn,
      triggerName: name,
      pausedBy,
      reason: reason.trim(),
    });
    try {
      await glue.stopTrigger(workflow, name);
    } catch (error) {
      if (!mayHaveArrived(error)) {
        await pauses.delete(workflow.arn);
      }
      throw error;
    } finally {
      await this.collect(workflow);
    }
  }

  /**
   * Answers with the pause that ends, if it began in the portal.
   * @throws the same as `pause`
   */
  async resume(
    entityRef: string,
    workflow: WorkflowArn,
  ): Promise<StoredPause | undefined> {
    const { glue, pauses } = this.options;
    const { name, state } = await this.readSchedule(entityRef, workflow);
    if (state === 'ACTIVATED' || state === 'ACTIVATING') {
      throw new ConflictError(
        `The schedule of workflow '${workflow.name}' is active already`,
      );
    }
    const [last] = await pauses.get([workflow.arn]);
    try {
      await glue.startTrigger(workflow, name);
      await pauses.end(workflow.arn);
    } finally {
      await this.collect(workflow);
    }
    return last?.endedAt ? undefined : last;
  }

  /** The trigger as Glue has it now. What was collected only says which it is. */
  private async readSchedule(entityRef: string, workflow: WorkflowArn) {
    const { glue, store, owners } = this.options;
    await owners.requireForWriting(entityRef, workflow);
    const [stored] = await store.getWorkflows([workflow.arn]);
    if (!stored?.definition) {
      throw new ServiceUnavailableError(
        `The portal has not read the workflow '${workflow.name}' yet: try again in a minute`,
      );
    }
    const { startTrigger } = stored.definition;
    if (startTrigger?.type !== 'SCHEDULED') {
      throw new ConflictError(noSchedule(workflow, startTrigger));
    }
    const trigger = await glue.readTrigger(workflow, startTrigger.name);
    requireSame(workflow, trigger);
    return { name: startTrigger.name, state: trigger.State ?? 'unknown' };
  }

  private async collect({ arn }: WorkflowArn): Promise<void> {
    await this.options.collector.collectNow(arn, COLLECTION_MS, {
      definition: true,
    });
  }
}

function noSchedule(
  { name }: WorkflowArn,
  trigger: StartTrigger | undefined,
): string {
  switch (trigger?.type) {
    case 'EVENT':
      return `Events start the workflow '${name}', and AWS Glue cannot pause that. Disable the rule in Amazon EventBridge that sends them`;
    case 'ON_DEMAND':
      return `The workflow '${name}' starts on demand: it has no schedule to pause or resume`;
    default:
      return `The workflow '${name}' has no start trigger: there is nothing to pause or resume`;
  }
}

/** @throws ConflictError for a trigger that is another one by now */
function requireSame({ name }: WorkflowArn, trigger: Trigger): void {
  if (trigger.WorkflowName !== name || trigger.Type !== 'SCHEDULED') {
    throw new ConflictError(
      `The trigger '${trigger.Name}' is not the schedule of workflow '${name}' any more. Try again in a minute, when the portal has read the workflow anew`,
    );
  }
}

/** A trigger with the pause that explains its state, or with when it ended. */
export function withPause(
  trigger: StartTrigger | undefined,
  pause: StoredPause | undefined,
): StartTrigger | undefined {
  if (trigger?.type !== 'SCHEDULED' || pause?.triggerName !== trigger.name) {
    return trigger;
  }
  if (pause.endedAt) {
    return { ...trigger, resumedAt: pause.endedAt };
  }
  if (!/^DEACTIVAT(ING|ED)$/.test(trigger.state)) {
    return trigger;
  }
  const { pausedBy, pausedAt, reason } = pause;
  return { ...trigger, pause: { pausedBy, pausedAt, reason } };
}
