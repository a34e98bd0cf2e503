import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Match } from 'aws-cdk-lib/assertions';
import {
  largest,
  pipelines,
  propertiesOf,
  smallest,
  synthesize,
} from './example';

for (const [name, input] of Object.entries(pipelines)) {
  describe(`the workflow of ${name}`, () => {
    const { pipeline, workflow } = synthesize(input);
    const { template, content } = workflow;
    const step = (suffix: string) => `${pipeline.name}-${suffix}`;

    it('has ten nodes: three jobs, two crawlers, five triggers', () => {
      template.resourceCountIs('AWS::Glue::Workflow', 1);
      template.resourceCountIs('AWS::Glue::Job', 3);
      template.resourceCountIs('AWS::Glue::Crawler', 2);
      template.resourceCountIs('AWS::Glue::Trigger', 5);
    });

    it('starts each step when the one before has succeeded', () => {
      const nameOf = (reference: { Ref: string }) =>
        JSON.parse(content).Resources[reference.Ref].Properties.Name;
      const chain = propertiesOf(template, 'AWS::Glue::Trigger').map(
        ({ Name, Predicate, Actions: [action] }) => ({
          trigger: Name,
          after: (Predicate?.Conditions ?? []).map((condition: any) => [
            nameOf(condition.JobName ?? condition.CrawlerName),
            condition.LogicalOperator,
            condition.JobName ? condition.State : condition.CrawlState,
          ]),
          starts: nameOf(action.JobName ?? action.CrawlerName),
        }),
      );
      const succeeded = (suffix: string) => [
        [step(suffix), 'EQUALS', 'SUCCEEDED'],
      ];
      assert.deepEqual(chain, [
        { trigger: step('start'), after: [], starts: step('prepare') },
        {
          trigger: step('crawl-raw'),
          after: succeeded('prepare'),
          starts: step('raw'),
        },
        {
          trigger: step('transform'),
          after: succeeded('raw'),
          starts: step('transform'),
        },
        {
          trigger: step('crawl-processed'),
          after: succeeded('transform'),
          starts: step('processed'),
        },
        {
          trigger: step('load'),
          after: succeeded('processed'),
          starts: step('load'),
        },
      ]);
    });

    it('adds the triggers one after the other', () => {
      const resources = template.findResources('AWS::Glue::Trigger');
      const ids = Object.keys(resources);
      assert.deepEqual(
        ids.slice(1).map(id => resources[id]!.DependsOn),
        ids.slice(0, -1).map(id => [id]),
      );
    });

    it('has no batching condition, which only event triggers take', () => {
      assert.ok(!content.includes('EventBatchingCondition'));
    });

    it('gives capacity or workers, never both', () => {
      const jobs = propertiesOf(template, 'AWS::Glue::Job');
      for (const job of jobs) {
        const isSpark = job.Command.Name === 'glueetl';
        assert.equal('MaxCapacity' in job, !isSpark, job.Name);
        assert.equal('WorkerType' in job, isSpark, job.Name);
        assert.equal('NumberOfWorkers' in job, isSpark, job.Name);
      }
    });

    it('crawls one folder per source, and the result', () => {
      const [raw, processed] = propertiesOf(template, 'AWS::Glue::Crawler');
      const folders = (crawler: any) =>
        crawler.Targets.S3Targets.map(
          ({ Path }: any) => Path['Fn::Join'][1][2],
        );
      assert.deepEqual(
        folders(raw),
        pipeline.sources.map(source => `/raw/${source.name}/`),
      );
      assert.deepEqual(folders(processed), [
        `/processed/${pipeline.warehouse.table}/`,
      ]);
      assert.equal(raw!.TablePrefix, 'raw_');
      assert.equal(processed!.TablePrefix, 'processed_');
    });

    it('keeps the bucket encrypted, private and behind TLS', () => {
      template.hasResourceProperties('AWS::S3::Bucket', {
        BucketEncryption: Match.anyValue(),
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
      template.hasResourceProperties('AWS::S3::BucketPolicy', {
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({
              Effect: 'Deny',
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            }),
          ]),
        },
      });
    });

    it('lets no role do everything with a service', () => {
      for (const policy of propertiesOf(template, 'AWS::IAM::Policy')) {
        for (const { Action, Resource } of policy.PolicyDocument.Statement) {
          const actions = [Action].flat();
          assert.ok(!actions.some(action => action.includes('*')), actions[0]);
          if ([Resource].flat().includes('*')) {
            assert.ok(
              actions.every(action =>
                /^(ec2:Describe|cloudwatch:PutMetricData)/.test(action),
              ),
              actions.join(),
            );
          }
        }
      }
    });

    it('only reads the sources', () => {
      const buckets = pipeline.sources.map(({ uri }) => uri.split('/')[2]!);
      const statements = propertiesOf(template, 'AWS::IAM::Policy').flatMap(
        ({ PolicyDocument }) => PolicyDocument.Statement,
      );
      const onSources = statements.filter(({ Resource }) =>
        buckets.some(bucket =>
          JSON.stringify(Resource).includes(`:::${bucket}`),
        ),
      );
      assert.ok(onSources.length >= pipeline.sources.length);
      for (const { Action } of onSources) {
        assert.match(Action, /^s3:(GetObject|ListBucket)$/);
      }
    });

    it('gives each step a role of its own, without managed policies', () => {
      const roles = propertiesOf(template, 'AWS::IAM::Role').filter(
        ({ AssumeRolePolicyDocument: { Statement } }) =>
          Statement[0].Principal.Service === 'glue.amazonaws.com',
      );
      assert.equal(roles.length, 5);
      assert.ok(roles.every(role => role.ManagedPolicyArns === undefined));
    });

    it('tags what it deploys with pipeline and owner', () => {
      for (const type of ['Job', 'Crawler', 'Trigger', 'Workflow']) {
        for (const { Tags } of propertiesOf(template, `AWS::Glue::${type}`)) {
          assert.deepEqual(Tags, {
            'glue-pipelines.io/owner': pipeline.owner,
            'glue-pipelines.io/pipeline': pipeline.name,
          });
        }
      }
    });
  });
}

describe('the workflow', () => {
  const jobOf = (input: unknown, name: string) => {
    const { pipeline, workflow } = synthesize(input);
    return propertiesOf(workflow.template, 'AWS::Glue::Job').find(
      job => job.Name === `${pipeline.name}-${name}`,
    )!;
  };

  it('runs Spark on Glue 5.1 and two G.1X workers with auto scaling by default', () => {
    const job = jobOf(smallest, 'transform');
    assert.equal(job.GlueVersion, '5.1');
    assert.equal(job.WorkerType, 'G.1X');
    assert.equal(job.NumberOfWorkers, 2);
    assert.equal(job.Timeout, 60);
    assert.equal(job.MaxRetries, 0);
    const flags = Object.fromEntries(
      Object.entries(job.DefaultArguments).filter(([key]) =>
        key.startsWith('--enable'),
      ),
    );
    assert.deepEqual(flags, {
      '--enable-auto-scaling': 'true',
      '--enable-continuous-cloudwatch-log': 'true',
      '--enable-job-insights': 'true',
      '--enable-metrics': '',
      '--enable-observability-metrics': 'true',
    });
  });

  it('follows what the pipeline says about compute', () => {
    const job = jobOf(largest, 'load');
    assert.equal(job.WorkerType, 'G.2X');
    assert.equal(job.NumberOfWorkers, 5);
    assert.equal(job.MaxRetries, 1);
    assert.equal(job.DefaultArguments['--enable-auto-scaling'], 'false');
  });

  it('tells the load job its connection and role, and no job a secret', () => {
    const { DefaultArguments, Connections } = jobOf(smallest, 'load');
    assert.ok(DefaultArguments['--REDSHIFT_CONNECTION']);
    assert.ok(DefaultArguments['--REDSHIFT_IAM_ROLE']);
    assert.equal(Connections.Connections.length, 1);
    assert.equal(jobOf(smallest, 'transform').Connections, undefined);
    assert.doesNotMatch(JSON.stringify(DefaultArguments), /resolve|password/i);
  });

  it('starts on demand, or by its schedule from the first deployment on', () => {
    const startOf = (input: unknown) =>
      propertiesOf(
        synthesize(input).workflow.template,
        'AWS::Glue::Trigger',
      )[0]!;
    const onDemand = startOf(smallest);
    assert.equal(onDemand.Type, 'ON_DEMAND');
    assert.equal(onDemand.StartOnCreation, undefined);
    const scheduled = startOf(largest);
    assert.equal(scheduled.Type, 'SCHEDULED');
    assert.equal(scheduled.Schedule, 'cron(0 6 * * ? *)');
    assert.equal(scheduled.StartOnCreation, true);
  });

  it('classifies CSV itself only where Glue could not', () => {
    const classifiers = (input: unknown) =>
      propertiesOf(
        synthesize(input).workflow.template,
        'AWS::Glue::Classifier',
      );
    assert.deepEqual(classifiers(smallest), []);
    assert.deepEqual(
      classifiers(largest).map(({ CsvClassifier }) => CsvClassifier),
      [
        {
          Name: 'order-months-csv-customers',
          ContainsHeader: 'PRESENT',
          Delimiter: ';',
        },
      ],
    );
  });

  it('carries the pipeline to the jobs as JSON, defaults filled in', () => {
    const { pipeline, assembly } = synthesize(smallest);
    const uri: string = jobOf(smallest, 'transform').DefaultArguments[
      '--PIPELINE_URI'
    ]['Fn::Sub'];
    const file = `asset.${uri.split('/').at(-1)}`;
    assert.deepEqual(
      JSON.parse(readFileSync(join(assembly.directory, file), 'utf8')),
      pipeline,
    );
  });

  it('leaves nothing to empty by hand, unless told to retain', () => {
    const bucketOf = (context: Record<string, unknown>) => {
      const { template } = synthesize(smallest, context).workflow;
      return {
        policy: Object.values(template.findResources('AWS::S3::Bucket'))[0]!
          .DeletionPolicy,
        emptied: propertiesOf(template, 'Custom::S3AutoDeleteObjects').length,
      };
    };
    assert.deepEqual(bucketOf({}), { policy: 'Delete', emptied: 1 });
    assert.deepEqual(bucketOf({ retain: 'true' }), {
      policy: 'Retain',
      emptied: 0,
    });
  });
});
