import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { App } from 'aws-cdk-lib';
import { runsPage } from '../lib/monitoring/portal';
import { largest, propertiesOf, smallest, synthesize } from './example';

const PORTAL = 'https://portal.example.com/';
const PAGE =
  'https://portal.example.com/catalog/default/component/order-months/glue';

describe('the alerts of a pipeline', () => {
  const { monitoring, workflow } = synthesize(largest, { portalUrl: PORTAL });
  const { template, content } = monitoring;
  const alarms = propertiesOf(template, 'AWS::CloudWatch::Alarm');
  const [topicId] = Object.keys(template.findResources('AWS::SNS::Topic'));
  const alarm = (word: string) => {
    const found = alarms.filter(({ AlarmDescription }) =>
      AlarmDescription.includes(word),
    );
    assert.equal(found.length, 1, word);
    return found[0]!;
  };

  it('go to the addresses and to Slack, through a topic that takes nothing but TLS', () => {
    const protocols = propertiesOf(template, 'AWS::SNS::Subscription').map(
      ({ Protocol, Endpoint }) => [Protocol, typeof Endpoint],
    );
    assert.deepEqual(protocols, [
      ['email', 'string'],
      ['lambda', 'object'],
    ]);
    assert.match(content, /"aws:SecureTransport":"false"/);
  });

  it('link to the page of the runs, each of them', () => {
    assert.ok(alarms.length > 0);
    for (const { AlarmDescription, AlarmActions } of alarms) {
      assert.ok(AlarmDescription.endsWith(` ${PAGE}`), AlarmDescription);
      assert.deepEqual(AlarmActions, [{ Ref: topicId }]);
    }
    const told = propertiesOf(template, 'AWS::Events::Rule').flatMap(
      ({ Targets }) =>
        Targets.filter(({ Arn }: any) => Arn.Ref === topicId).map(
          ({ InputTransformer }: any) => InputTransformer.InputTemplate,
        ),
    );
    assert.equal(told.length, 2);
    for (const words of told) {
      assert.ok(words.includes(PAGE), words);
    }
  });

  it('tell of jobs and crawlers that fail, by their names', () => {
    const patterns = propertiesOf(template, 'AWS::Events::Rule').map(
      ({ EventPattern }) => EventPattern,
    );
    const failed = patterns.find(
      ({ detail }) => detail.state?.[0] === 'FAILED',
    );
    const names = propertiesOf(workflow.template, 'AWS::Glue::Job').map(
      ({ Name }) => Name,
    );
    assert.deepEqual(failed.detail.jobName, names);
    assert.deepEqual(failed.detail.state, ['FAILED', 'TIMEOUT']);
    const crawled = patterns.find(({ detail }) => detail.crawlerName);
    assert.deepEqual(crawled.detail.crawlerName, [{ prefix: 'order-months-' }]);
  });

  it('hold the pipeline to what it promises', () => {
    const tooLong = alarm('took longer than the 45 minutes');
    assert.equal(tooLong.Threshold, 45);
    assert.equal(tooLong.TreatMissingData, 'notBreaching');
    const late = alarm('for the 26 hours');
    assert.equal(late.EvaluationPeriods, 26);
    assert.equal(late.TreatMissingData, 'breaching');
    assert.equal(late.ComparisonOperator, 'LessThanThreshold');
    const [schedule] = propertiesOf(template, 'AWS::Scheduler::Schedule');
    assert.equal(schedule!.ScheduleExpression, 'cron(0 7 * * ? *)');
    assert.equal(schedule!.ScheduleExpressionTimezone, 'Europe/Berlin');
  });

  it('count the DPU hours of all jobs in a day', () => {
    const { Threshold, Metrics } = alarm('more than 20 DPU hours');
    assert.equal(Threshold, 20);
    const jobs = Metrics.flatMap(({ MetricStat }: any) =>
      MetricStat ? [MetricStat.Metric.Dimensions[0].Value] : [],
    );
    assert.deepEqual(jobs, ['prepare', 'transform', 'load']);
  });

  it('tell of memory, skew and rules', () => {
    assert.equal(
      alarm('out of memory').MetricName,
      'glue.error.OUT_OF_MEMORY_ERROR',
    );
    assert.equal(
      alarm('ten times as long').MetricName,
      'glue.driver.skewness.job',
    );
    assert.equal(alarm('broke a rule').MetricName, 'RulesBroken');
  });

  it('come with a dashboard', () => {
    const [dashboard, ...others] = propertiesOf(
      template,
      'AWS::CloudWatch::Dashboard',
    );
    assert.deepEqual(others, []);
    const body = JSON.stringify(dashboard);
    for (const title of [
      'DPU hours a day',
      'Minutes of a run',
      'Rows loaded a day',
      'Rules of quality broken',
      PAGE,
    ]) {
      assert.ok(body.includes(title), title);
    }
  });

  it('may read and change nothing but what they measure', () => {
    for (const { PolicyDocument } of propertiesOf(
      template,
      'AWS::IAM::Policy',
    )) {
      for (const { Action, Resource } of PolicyDocument.Statement) {
        const actions = [Action].flat();
        assert.ok(!actions.some(action => action.includes('*')), actions[0]);
        if ([Resource].flat().includes('*')) {
          assert.deepEqual(actions, ['cloudwatch:PutMetricData']);
        }
      }
    }
  });
});

describe('a pipeline', () => {
  it('without alerts has no stack of them', () => {
    const { assembly } = synthesize(smallest);
    assert.deepEqual(
      assembly.stacks.map(({ stackName }) => stackName),
      ['orders-warehouse', 'orders-workflow'],
    );
  });

  it('may name a topic that there is, and promise nothing', () => {
    const topicArn = 'arn:aws:sns:eu-west-1:123456789012:alerts';
    const { template } = synthesize({
      ...smallest,
      alerts: { topicArn },
    }).monitoring;
    template.resourceCountIs('AWS::SNS::Topic', 0);
    template.resourceCountIs('AWS::Scheduler::Schedule', 0);
    const alarms = propertiesOf(template, 'AWS::CloudWatch::Alarm');
    assert.equal(alarms.length, 2);
    for (const { AlarmActions, AlarmDescription } of alarms) {
      assert.deepEqual(AlarmActions, [topicArn]);
      assert.doesNotMatch(AlarmDescription, /undefined/);
    }
  });

  it('has no alarm of what an alarm cannot look back on', () => {
    const { template } = synthesize({
      ...smallest,
      alerts: { emails: ['a@example.com'] },
      promises: { every: { hours: 169 } },
    }).monitoring;
    for (const { AlarmDescription } of propertiesOf(
      template,
      'AWS::CloudWatch::Alarm',
    )) {
      assert.doesNotMatch(AlarmDescription, /hours that it promises/);
    }
  });

  it('says what is wrong with the address of the portal', () => {
    const { node } = new App({ context: { portalUrl: 'portal' } });
    assert.throws(
      () => runsPage(node, 'orders'),
      /The context value portalUrl is "portal": write the address/,
    );
  });
});
