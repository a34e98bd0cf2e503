import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { namesOf } from '../names';
import type { Pipeline } from '../pipeline';

/** Of `functions/measure.py`, which publishes them. */
export const NAMESPACE = 'GluePipelines';

const DAY = Duration.days(1);

/** What is measured of a pipeline. Without another period, by the day. */
export function metricsOf(pipeline: Pipeline) {
  const names = namesOf(pipeline);
  const own = (metricName: string, statistic: string, period = DAY) =>
    new cloudwatch.Metric({
      namespace: NAMESPACE,
      metricName,
      dimensionsMap: { Pipeline: names.workflow },
      statistic,
      period,
    });
  const ofJob = (metricName: string, job: string) =>
    new cloudwatch.Metric({
      namespace: NAMESPACE,
      metricName,
      dimensionsMap: { Pipeline: names.workflow, Job: job },
      statistic: cloudwatch.Stats.SUM,
      period: DAY,
      label: job,
    });
  /** Source: AWS Glue Developer Guide, "Monitoring with AWS Glue Observability metrics". */
  const observed = (
    metricName: string,
    group: string,
    type: string,
    statistic: string,
  ) =>
    new cloudwatch.Metric({
      namespace: 'Glue',
      metricName,
      dimensionsMap: {
        JobName: names.step('transform'),
        JobRunId: 'ALL',
        Type: type,
        ObservabilityGroup: group,
      },
      statistic,
      period: Duration.minutes(5),
    });
  return {
    dpuHours: (job: string) => ofJob('DpuHours', job),
    rows: own('Rows', cloudwatch.Stats.SUM),
    rulesBroken: own(
      'RulesBroken',
      cloudwatch.Stats.MAXIMUM,
      Duration.minutes(5),
    ),
    runMinutes: own(
      'RunMinutes',
      cloudwatch.Stats.MAXIMUM,
      Duration.minutes(5),
    ),
    /** How many runs ended well in an hour. */
    runs: own('RunMinutes', cloudwatch.Stats.SAMPLE_COUNT, Duration.hours(1)),
    outOfMemory: observed(
      'glue.error.OUT_OF_MEMORY_ERROR',
      'error',
      'count',
      cloudwatch.Stats.SUM,
    ),
    /** How far the slowest task of a stage is from the median one: 0 below five times it, 1 at ten times. */
    skewness: observed(
      'glue.driver.skewness.job',
      'job_performance',
      'gauge',
      cloudwatch.Stats.MAXIMUM,
    ),
  };
}

export type Metrics = ReturnType<typeof metricsOf>;
