import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Pipeline } from '../pipeline';
import type { Metrics } from './metrics';

/** Alarms of metrics by the hour look back on seven days at most (Amazon CloudWatch User Guide, "Alarm evaluation"). */
const MOST_HOURS = 168;

interface Watched {
  id: string;
  description: string;
  metric: cloudwatch.Metric | cloudwatch.MathExpression;
  threshold: number;
  comparisonOperator?: cloudwatch.ComparisonOperator;
  /** How many periods in a row; one unless told otherwise. */
  evaluationPeriods?: number;
  /** Whether it is bad that nothing was measured. */
  isMissingBad?: boolean;
}

/** What is bad enough to tell somebody. */
export function alarmsOf(
  { name, promises = {}, alerts = {}, quality }: Pipeline,
  metrics: Metrics,
  jobs: string[],
): Watched[] {
  const { longestMinutes } = promises;
  const { dpuHours } = alerts;
  return [
    ...(longestMinutes
      ? [
          {
            id: 'TooLong',
            description: `A run of ${name} took longer than the ${longestMinutes} minutes that it promises.`,
            metric: metrics.runMinutes,
            threshold: longestMinutes,
          },
        ]
      : []),
    ...lateness(name, promises, metrics),
    ...(dpuHours
      ? [
          {
            id: 'DpuHours',
            description: `The jobs of ${name} used more than ${dpuHours} DPU hours in a day.`,
            metric: dpuHoursOf(jobs, metrics),
            threshold: dpuHours,
          },
        ]
      : []),
    {
      id: 'OutOfMemory',
      description: `The transform of ${name} ran out of memory: give compute a larger workerType.`,
      metric: metrics.outOfMemory,
      threshold: 0,
    },
    {
      id: 'Skewed',
      description: `The transform of ${name} waits for single tasks that take ten times as long as the others: a few values of a key have most of the rows.`,
      metric: metrics.skewness,
      threshold: 1,
    },
    ...(quality.length > 0
      ? [
          {
            id: 'RulesBroken',
            description: `The result of ${name} broke a rule of quality.`,
            metric: metrics.rulesBroken,
            threshold: 0,
          },
        ]
      : []),
  ];
}

/** What is longer than an alarm can look back on, the portal tells. */
function lateness(
  name: string,
  { every, freshHours }: NonNullable<Pipeline['promises']>,
  { runs }: Metrics,
): Watched[] {
  const hours = Math.min(every?.hours ?? Infinity, freshHours ?? Infinity);
  return hours > MOST_HOURS
    ? []
    : [
        {
          id: 'Late',
          description: `No run of ${name} has loaded its table for the ${hours} hours that it promises.`,
          metric: runs,
          threshold: 1,
          comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
          evaluationPeriods: hours,
          isMissingBad: true,
        },
      ];
}

function dpuHoursOf(jobs: string[], metrics: Metrics) {
  const used = jobs.map((job, index) => [`m${index}`, job] as const);
  return new cloudwatch.MathExpression({
    expression: `SUM(FILL([${used.map(([id]) => id).join(',')}], 0))`,
    usingMetrics: Object.fromEntries(
      used.map(([id, job]) => [id, metrics.dpuHours(job)]),
    ),
    period: Duration.days(1),
    label: 'DPU hours',
  });
}
