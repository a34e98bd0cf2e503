import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Pipeline } from '../pipeline';
import type { Metrics } from './metrics';

const HALF = { width: 12, height: 6 };

/** A month of a pipeline on one page: what it costs, how long it takes, how many rows, how good. */
export function createDashboard(
  scope: Construct,
  {
    pipeline,
    jobs,
    metrics,
    page,
  }: {
    pipeline: Pipeline;
    jobs: string[];
    metrics: Metrics;
    page: string | undefined;
  },
) {
  const { longestMinutes } = pipeline.promises ?? {};
  const dashboard = new cloudwatch.Dashboard(scope, 'Dashboard', {
    defaultInterval: Duration.days(30),
  });
  dashboard.addWidgets(
    new cloudwatch.TextWidget({
      width: 24,
      height: 2,
      markdown: `# ${pipeline.name}\n${page ? `[Runs in the developer portal](${page})` : pipeline.description}`,
    }),
  );
  dashboard.addWidgets(
    new cloudwatch.GraphWidget({
      ...HALF,
      title: 'DPU hours a day',
      left: jobs.map(job => metrics.dpuHours(job)),
      stacked: true,
    }),
    new cloudwatch.GraphWidget({
      ...HALF,
      title: 'Minutes of a run',
      left: [metrics.runMinutes],
      ...(longestMinutes && {
        leftAnnotations: [{ value: longestMinutes, label: 'promised' }],
      }),
    }),
  );
  dashboard.addWidgets(
    new cloudwatch.GraphWidget({
      ...HALF,
      title: 'Rows loaded a day',
      left: [metrics.rows],
    }),
    new cloudwatch.GraphWidget({
      ...HALF,
      title: 'Rules of quality broken',
      left: [metrics.rulesBroken],
    }),
  );
}
