import * as glue from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { NEVER } from './language.mjs';
import { namesOf } from './names';
import type { Pipeline } from './pipeline';
import { startsOnEvents } from './StartEvents';

/** Jobs or crawlers that begin together, by their names. */
export type WorkflowStep = { name: string } & (
  { jobs: string[]; crawlers?: never } | { crawlers: string[]; jobs?: never }
);

export interface TriggersProps {
  pipeline: Pipeline;
  workflowName: string;
  /** In the order in which they run. */
  steps: WorkflowStep[];
}

/** Source: AWS Glue Developer Guide, "AWS Glue triggers". */
const MOST_CRAWLERS = 2;

/** What the triggers of a step start: crawlers two by two. */
const actionsOf = ({ jobs, crawlers }: WorkflowStep) =>
  jobs
    ? [jobs.map(jobName => ({ jobName }))]
    : Array.from(
        { length: Math.ceil(crawlers.length / MOST_CRAWLERS) },
        (_, index) =>
          crawlers
            .slice(index * MOST_CRAWLERS, (index + 1) * MOST_CRAWLERS)
            .map(crawlerName => ({ crawlerName })),
      );

const succeeded = ({ jobs, crawlers }: WorkflowStep) => [
  ...(jobs ?? []).map(jobName => ({
    logicalOperator: 'EQUALS',
    jobName,
    state: 'SUCCEEDED',
  })),
  ...(crawlers ?? []).map(crawlerName => ({
    logicalOperator: 'EQUALS',
    crawlerName,
    crawlState: 'SUCCEEDED',
  })),
];

/** The start trigger's name in the workflow, and what makes it start. */
function startOf(pipeline: Pipeline) {
  const { cron, onNewFiles } = pipeline.start ?? {};
  return startsOnEvents(pipeline)
    ? {
        name: 'start-on-events',
        properties: {
          type: 'EVENT',
          eventBatchingCondition: {
            batchSize: onNewFiles?.batchSize ?? 1,
            batchWindow: onNewFiles?.batchWindow,
          },
        },
      }
    : {
        name: 'start',
        properties: {
          type: 'SCHEDULED',
          schedule: cron ?? NEVER,
          startOnCreation: true,
        },
      };
}

/**
 * The triggers: the first starts the workflow, each other one fires when all
 * of the step before has succeeded.
 *
 * They are plain resources, because the construct library gives conditional
 * triggers an event batching condition, which only event triggers take.
 *
 * The start trigger is a scheduled one even where the pipeline has no
 * schedule: CloudFormation changes the type of a trigger only by making
 * another one first, and a workflow takes one start trigger only (AWS Glue
 * Developer Guide, "Blueprint and workflow restrictions in AWS Glue").
 * A schedule that never fires can become one that does, and back. A workflow
 * starts on demand whatever the type.
 *
 * Where events start the pipeline the trigger is of type EVENT, and has a name
 * of its own: a person who changes between the two deletes the other one
 * first, and CloudFormation must not then take the new one for it.
 */
export class Triggers extends Construct {
  constructor(scope: Construct, id: string, props: TriggersProps) {
    super(scope, id);
    const { pipeline, steps } = props;
    const names = namesOf(pipeline);
    const start = startOf(pipeline);
    const triggers = steps.flatMap((step, index) => {
      const before = steps[index - 1];
      return actionsOf(step).map((actions, part) => {
        const name = `${before ? step.name : start.name}${part === 0 ? '' : `-${part + 1}`}`;
        return new glue.CfnTrigger(this, name, {
          name: names.step(name),
          workflowName: props.workflowName,
          actions,
          ...(before
            ? {
                type: 'CONDITIONAL',
                startOnCreation: true,
                predicate: { logical: 'AND', conditions: succeeded(before) },
              }
            : start.properties),
        });
      });
    });
    // Glue rejects a trigger that is added to a workflow while another one is.
    triggers.slice(1).forEach((trigger, index) => {
      trigger.addResourceDependency(triggers[index]!);
    });
  }
}
