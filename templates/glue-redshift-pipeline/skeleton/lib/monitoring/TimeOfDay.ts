import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { grantTo } from '../grants';
import { namesOf } from '../names';
import type { Pipeline } from '../pipeline';
import { serviceOf } from '../serviceOf';
import { StackFunction } from '../StackFunction';

export interface TimeOfDayProps {
  pipeline: Pipeline;
  by: NonNullable<NonNullable<Pipeline['promises']>['by']>;
  topic: sns.ITopic;
  message: string;
}

/** Looks, at the time of day that a pipeline promises, whether a run has loaded its table. */
export class TimeOfDay extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { pipeline, by, topic, message }: TimeOfDayProps,
  ) {
    super(scope, id);
    const job = namesOf(pipeline).step('load');
    const { handler } = new StackFunction(this, 'Look', {
      description: 'Tells where the pipeline is late',
      module: 'late',
      environment: {
        JOB: job,
        TOPIC: topic.topicArn,
        SUBJECT: `${pipeline.name} is late`,
        MESSAGE: message,
      },
      timeout: Duration.minutes(1),
      grants: [
        {
          actions: ['glue:GetJobRuns'],
          resources: [
            Stack.of(this).formatArn({
              service: 'glue',
              resource: 'job',
              resourceName: job,
            }),
          ],
        },
        { actions: ['sns:Publish'], resources: [topic.topicArn] },
      ],
    });
    const role = new iam.Role(this, 'Role', {
      assumedBy: serviceOf(this, 'scheduler'),
      description: 'Looks whether the pipeline is late',
    });
    grantTo(role, [
      {
        actions: ['lambda:InvokeFunction'],
        resources: [handler.functionArn],
      },
    ]);
    const [hour, minute] = by.time.split(':') as [string, string];
    new scheduler.Schedule(this, 'Schedule', {
      description: `When the table of ${pipeline.name} is to be loaded`,
      schedule: scheduler.ScheduleExpression.cron({
        hour: String(Number(hour)),
        minute: String(Number(minute)),
        timeZone: TimeZone.of(by.timezone),
      }),
      target: new LambdaInvoke(handler, {
        retryAttempts: 3,
        // The construct would let it call each version; there is one.
        role: role.withoutPolicyUpdates(),
      }),
    });
  }
}
