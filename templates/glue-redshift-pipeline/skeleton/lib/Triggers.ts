import * as glue from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { namesOf } from './names';
import type { Pipeline } from './pipeline';

/** A job or a crawler, by its name. */
export type WorkflowStep = { name: string } & (
  { job: string; crawler?: never } | { crawler: string; job?: never }
);

export interface TriggersProps {
  pipeline: Pipeline;
  workflowName: string;
  /** In the order in which they run. */
  steps: WorkflowStep[];
}

const actionOf = ({ job, crawler }: WorkflowStep) =>
  job ? { jobName: job } : { crawlerName: crawler! };

const succeeded = ({ job, crawler }: WorkflowStep) => ({
  logicalOperator: 'EQUALS',
  ...(job
    ? { jobName: job, state: 'SUCCEEDED' }
    : { crawlerName: crawler!, crawlState: 'SUCCEEDED' }),
});

/**
 * One trigger per step: the first starts the workflow, each other one fires
 * when the step before it has succeeded.
 *
 * They are plain resources, because the construct library gives conditional
 * triggers an event batching condition, which only event triggers take.
 */
export class Triggers extends Construct {
  constructor(scope: Construct, id: string, props: TriggersProps) {
    super(scope, id);
    const { pipeline, steps } = props;
    const names = namesOf(pipeline);
    const triggers = steps.map((step, index) => {
      const before = steps[index - 1];
      return new glue.CfnTrigger(this, step.name, {
        name: names.step(before ? step.name : 'start'),
        workflowName: props.workflowName,
        actions: [actionOf(step)],
        ...(before
          ? {
              type: 'CONDITIONAL',
              predicate: { logical: 'AND', conditions: [succeeded(before)] },
              startOnCreation: true,
            }
          : this.start(pipeline)),
      });
    });
    // Glue rejects a trigger that is added to a workflow while another one is.
    triggers.slice(1).forEach((trigger, index) => {
      trigger.addResourceDependency(triggers[index]!);
    });
  }

  /** On-demand triggers are always ready; Glue rejects startOnCreation for them. */
  private start({ schedule }: Pipeline) {
    return schedule
      ? {
          type: 'SCHEDULED',
          schedule: schedule.cron,
          startOnCreation: true,
        }
      : { type: 'ON_DEMAND' };
  }
}
