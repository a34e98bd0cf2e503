import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Pipeline } from '../pipeline';
import { serviceOf } from '../serviceOf';
import { StackFunction } from '../StackFunction';

export type Alerts = NonNullable<Pipeline['alerts']>;

/** Where messages of a pipeline go: the topic that it names, or one of its own with who subscribes it. */
export class Messages extends Construct {
  readonly topic: sns.ITopic;

  constructor(scope: Construct, id: string, name: string, alerts: Alerts) {
    super(scope, id);
    const { topicArn, emails = [], slackSecret } = alerts;
    if (topicArn) {
      this.topic = sns.Topic.fromTopicArn(this, 'Topic', topicArn);
      return;
    }
    const topic = new sns.Topic(this, 'Topic', {
      displayName: `Glue pipeline ${name}`,
      enforceSSL: true,
    });
    this.topic = topic;
    topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [serviceOf(this, 'cloudwatch'), serviceOf(this, 'events')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
      }),
    );
    for (const email of emails) {
      topic.addSubscription(new subscriptions.EmailSubscription(email));
    }
    if (slackSecret) {
      this.subscribeSlack(topic, slackSecret);
    }
  }

  private subscribeSlack(topic: sns.Topic, secret: string) {
    const { handler } = new StackFunction(this, 'Slack', {
      description: 'Posts messages of the pipeline to Slack',
      module: 'slack',
      environment: { SECRET: secret },
      timeout: Duration.seconds(30),
      grants: [
        {
          actions: ['secretsmanager:GetSecretValue'],
          resources: [
            Stack.of(this).formatArn({
              service: 'secretsmanager',
              resource: 'secret',
              resourceName: `${secret}-??????`,
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
          ],
        },
      ],
    });
    topic.addSubscription(new subscriptions.LambdaSubscription(handler));
  }
}
