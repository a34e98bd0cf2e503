import { Duration, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { namesOf } from '../names';
import type { Pipeline } from '../pipeline';
import { StackFunction } from '../StackFunction';
import { NAMESPACE } from './metrics';

/** Publishes metrics of each job that ends: how long, how much, how many rows, how good. */
export class Measuring extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { pipeline, jobs }: { pipeline: Pipeline; jobs: string[] },
  ) {
    super(scope, id);
    const names = namesOf(pipeline);
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'glue', resource, resourceName });
    const { handler } = new StackFunction(this, 'Measure', {
      description: 'Measures jobs of the pipeline when they end',
      module: 'measure',
      environment: { WORKFLOW: names.workflow },
      timeout: Duration.minutes(1),
      grants: [
        {
          actions: ['glue:GetJobRun'],
          resources: jobs.map(job => arn('job', names.step(job))),
        },
        {
          actions: ['glue:GetWorkflowRun', 'glue:GetWorkflowRunProperties'],
          resources: [arn('workflow', names.workflow)],
        },
        {
          actions: ['cloudwatch:PutMetricData'],
          resources: ['*'],
          conditions: { StringEquals: { 'cloudwatch:namespace': NAMESPACE } },
          wildcardReason:
            'Metrics have no ARN; the condition names the namespace.',
        },
      ],
    });
    new events.Rule(this, 'Ended', {
      description: `Jobs of the pipeline ${pipeline.name} that end`,
      eventPattern: {
        source: ['aws.glue'],
        detailType: ['Glue Job State Change'],
        detail: { jobName: jobs.map(names.step) },
      },
      targets: [new targets.LambdaFunction(handler)],
    });
  }
}
