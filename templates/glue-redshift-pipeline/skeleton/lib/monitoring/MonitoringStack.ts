import { Stack, type StackProps } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { namesOf } from '../names';
import type { Pipeline } from '../pipeline';
import { alarmsOf } from './alarms';
import { createDashboard } from './dashboard';
import { Measuring } from './Measuring';
import { type Alerts, Messages } from './Messages';
import { metricsOf } from './metrics';
import { runsPage } from './portal';
import { TimeOfDay } from './TimeOfDay';

export interface MonitoringStackProps extends StackProps {
  pipeline: Pipeline & { alerts: Alerts };
  /** The name of the portal's entity for the pipeline, whatever the environment. */
  entity: string;
}

/**
 * Tells people where a pipeline needs them, and shows how it does: rules and
 * alarms that send messages, and a dashboard. The pipeline works without it.
 */
export class MonitoringStack extends Stack {
  private readonly messages: Messages;
  private readonly page: string | undefined;

  constructor(scope: Construct, id: string, props: MonitoringStackProps) {
    const { pipeline, entity, ...stackProps } = props;
    super(scope, id, {
      description: `Alarms and dashboard of the pipeline ${pipeline.name}`,
      ...stackProps,
    });
    const { name, alerts, promises, sources } = pipeline;
    const jobs = [
      ...(sources.some(({ copy }) => copy) ? ['prepare'] : []),
      'transform',
      'load',
    ];
    const metrics = metricsOf(pipeline);
    this.page = runsPage(this.node, entity);
    this.messages = new Messages(this, 'Messages', name, alerts);
    new Measuring(this, 'Measuring', { pipeline, jobs });
    this.tellFailures(pipeline, jobs);
    for (const watched of alarmsOf(pipeline, metrics, jobs)) {
      this.createAlarm(watched);
    }
    if (promises?.by) {
      new TimeOfDay(this, 'TimeOfDay', {
        pipeline,
        by: promises.by,
        topic: this.messages.topic,
        message: this.withPage(
          `No run of ${name} has loaded its table in the day before ${promises.by.time} ${promises.by.timezone}, as it promises.`,
        ),
      });
    }
    createDashboard(this, { pipeline, jobs, metrics, page: this.page });
  }

  private withPage(text: string): string {
    return this.page ? `${text} ${this.page}` : text;
  }

  /** Jobs and crawlers that fail. Stopping is no failure: a person did that. */
  private tellFailures(pipeline: Pipeline, jobs: string[]) {
    const names = namesOf(pipeline);
    const { topic } = this.messages;
    const field = (path: string) => events.EventField.fromPath(path);
    const tell = (id: string, pattern: events.EventPattern, words: string) =>
      new events.Rule(this, id, {
        description: `Failures of the pipeline ${pipeline.name}`,
        eventPattern: { source: ['aws.glue'], ...pattern },
        targets: [
          new targets.SnsTopic(topic, {
            message: events.RuleTargetInput.fromText(this.withPage(words)),
          }),
        ],
      });
    // Source: AWS Glue Developer Guide, "Automating AWS Glue with EventBridge".
    tell(
      'JobFailed',
      {
        detailType: ['Glue Job State Change'],
        detail: {
          jobName: jobs.map(names.step),
          state: ['FAILED', 'TIMEOUT'],
        },
      },
      `${field('$.detail.jobName')} ended with ${field('$.detail.state')}: ${field('$.detail.message')}`,
    );
    if (pipeline.catalog.tables === 'crawled') {
      tell(
        'CrawlerFailed',
        {
          detailType: ['Glue Crawler State Change'],
          detail: {
            crawlerName: [{ prefix: names.step('') }],
            state: ['Failed'],
          },
        },
        `The crawler ${field('$.detail.crawlerName')} failed: ${field('$.detail.errorMessage')}`,
      );
    }
  }

  private createAlarm(watched: ReturnType<typeof alarmsOf>[number]) {
    const { id, description, metric, threshold, isMissingBad } = watched;
    const { TreatMissingData, ComparisonOperator } = cloudwatch;
    metric
      .createAlarm(this, id, {
        alarmDescription: this.withPage(description),
        threshold,
        comparisonOperator:
          watched.comparisonOperator ??
          ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: watched.evaluationPeriods ?? 1,
        treatMissingData: isMissingBad
          ? TreatMissingData.BREACHING
          : TreatMissingData.NOT_BREACHING,
      })
      .addAlarmAction(new SnsAction(this.messages.topic));
  }
}
