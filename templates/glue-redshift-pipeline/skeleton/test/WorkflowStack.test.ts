import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { engineOf } from '../lib/language.mjs';
import { checkPipeline } from '../lib/loadPipeline';
import { scriptsAsset } from '../lib/scripts';
import {
  largest,
  onDuckDb,
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
    const copied = pipeline.sources.filter(({ copy }) => copy);
    const crawled = pipeline.catalog.tables === 'crawled';
    const usesDuckDb = engineOf(pipeline).engine === 'duckdb';
    const computing = usesDuckDb ? 'transform-duckdb' : 'transform';
    const jobs = [...(copied.length > 0 ? ['prepare'] : []), computing, 'load'];
    // To which DuckDB leaves what is too large for it.
    const others = usesDuckDb ? ['transform'] : [];

    it('has the jobs that it needs, and where it crawls a crawler for each kind of copy and the result', () => {
      const kinds = new Set(copied.map(({ csv }) => JSON.stringify(csv)));
      template.resourceCountIs('AWS::Glue::Workflow', 1);
      assert.deepEqual(
        propertiesOf(template, 'AWS::Glue::Job')
          .map(({ Name }) => Name)
          .sort(),
        [...jobs, ...others].map(step).sort(),
      );
      template.resourceCountIs(
        'AWS::Glue::Crawler',
        crawled ? kinds.size + 1 : 0,
      );
      template.resourceCountIs(
        'AWS::Glue::Trigger',
        jobs.length + (crawled ? 1 + Math.ceil(kinds.size / 2) : 0),
      );
    });

    it('starts each step when all of the one before has succeeded', () => {
      const nameOf = (reference: { Ref: string }) =>
        JSON.parse(content).Resources[reference.Ref].Properties.Name;
      const triggers = propertiesOf(template, 'AWS::Glue::Trigger').map(
        ({ Predicate, Actions }) => ({
          after: (Predicate?.Conditions ?? []).map((condition: any) => {
            assert.equal(condition.LogicalOperator, 'EQUALS');
            assert.equal(
              condition.JobName ? condition.State : condition.CrawlState,
              'SUCCEEDED',
            );
            return nameOf(condition.JobName ?? condition.CrawlerName);
          }),
          starts: Actions.map((action: any) =>
            nameOf(action.JobName ?? action.CrawlerName),
          ),
        }),
      );
      assert.ok(triggers.every(({ starts }) => starts.length <= 2));
      const raw = propertiesOf(template, 'AWS::Glue::Crawler')
        .map(({ Name }) => Name)
        .filter(crawler => crawler.startsWith(step('raw')));
      const chain = [
        copied.length > 0 ? ['prepare'] : [],
        raw.map(crawler => crawler.slice(pipeline.name.length + 1)),
        [computing],
        crawled ? ['processed'] : [],
        ['load'],
      ]
        .filter(names => names.length > 0)
        .map(names => names.map(step));
      chain.forEach((names, index) => {
        const of = triggers.filter(({ starts }) => names.includes(starts[0]));
        assert.deepEqual(
          of.flatMap(({ starts }) => starts),
          names,
        );
        for (const { after } of of) {
          assert.deepEqual(after, chain[index - 1] ?? []);
        }
      });
    });

    it('has no batching condition, which only event triggers take', () => {
      assert.ok(!content.includes('EventBatchingCondition'));
    });

    it('crawls one folder per copied source, and the result', () => {
      const crawlers = propertiesOf(template, 'AWS::Glue::Crawler');
      const folders = (prefix: string) =>
        crawlers
          .filter(({ TablePrefix }) => TablePrefix === prefix)
          .flatMap(({ Targets }) =>
            Targets.S3Targets.map(({ Path }: any) => Path['Fn::Join'][1][2]),
          )
          .sort();
      assert.deepEqual(
        folders('raw_'),
        crawled ? copied.map(source => `/raw/${source.name}/`).sort() : [],
      );
      assert.deepEqual(
        folders('processed_'),
        crawled ? [`/processed/${pipeline.warehouse.table}/`] : [],
      );
    });

    it('lets one role read each source, and only one', () => {
      const resources = JSON.parse(content).Resources;
      const roles = pipeline.sources.map(({ uri }) => {
        const location = `:s3:::${uri!.slice('s3://'.length)}`;
        return Object.values<any>(resources)
          .filter(({ Type }) => Type === 'AWS::IAM::Policy')
          .filter(({ Properties }) => {
            const { Statement } = Properties.PolicyDocument;
            return Statement.some(
              ({ Action, Resource }: any) =>
                Action === 's3:GetObject' &&
                JSON.stringify(Resource).includes(location),
            );
          })
          .flatMap(({ Properties }) =>
            Properties.Roles.map(
              ({ Ref }: any) => /prepare|transform/.exec(Ref)?.[0],
            ),
          );
      });
      assert.deepEqual(
        roles,
        pipeline.sources.map(({ copy }) => [copy ? 'prepare' : 'transform']),
      );
    });

    it('lets transform change one table of the catalog, unless crawlers do', () => {
      const statements = propertiesOf(template, 'AWS::IAM::Policy')
        .filter(({ Roles }) => JSON.stringify(Roles).includes('transform'))
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
        .filter(({ Action }) => [Action].flat().includes('glue:CreateTable'));
      assert.equal(statements.length, crawled ? 0 : 1);
      for (const { Resource } of statements) {
        assert.equal(Resource.length, 3);
        assert.match(
          JSON.stringify(Resource[2]),
          new RegExp(`/processed_${pipeline.warehouse.table}"`),
        );
      }
    });

    it('says of each CSV whether its first line is a header', () => {
      const classifiers = JSON.parse(content).Resources;
      const crawlers = propertiesOf(template, 'AWS::Glue::Crawler');
      for (const source of crawled ? copied : []) {
        const crawler = crawlers.find(({ Targets }) =>
          JSON.stringify(Targets).includes(`/raw/${source.name}/`),
        )!;
        const [classifier, ...others] = (crawler.Classifiers ?? []).map(
          ({ Ref }: any) => classifiers[Ref].Properties.CsvClassifier,
        );
        assert.deepEqual(others, []);
        if (source.csv) {
          assert.equal(
            classifier.ContainsHeader,
            source.csv.header ? 'PRESENT' : 'ABSENT',
          );
          assert.equal(classifier.Delimiter, source.csv.delimiter);
          assert.equal(classifier.AllowSingleColumn, true);
        } else {
          assert.equal(classifier, undefined);
        }
      }
    });

    it('gives no job a network, a connection or a password', () => {
      template.resourceCountIs('AWS::Glue::Connection', 0);
      assert.ok(
        !/NetworkInterface|secretsmanager|password/i.test(
          JSON.stringify(propertiesOf(template, 'AWS::IAM::Policy')),
        ),
      );
      for (const { Connections } of propertiesOf(template, 'AWS::Glue::Job')) {
        assert.equal(Connections, undefined);
      }
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

    it('only reads the sources', () => {
      const buckets = pipeline.sources.map(({ uri }) => uri!.split('/')[2]!);
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
      // The role of load stands beside the warehouse, whose user it is.
      const crawlers = propertiesOf(template, 'AWS::Glue::Crawler').length;
      assert.equal(roles.length, jobs.length - 1 + crawlers);
      assert.ok(roles.every(role => role.ManagedPolicyArns === undefined));
    });

    it('lets transform keep what it found of rules, only where there are rules', () => {
      const judges = pipeline.quality.length > 0;
      const [policy] = propertiesOf(template, 'AWS::IAM::Policy').filter(
        ({ Roles: [{ Ref }] }) => /^Jobstransformrole/.test(Ref),
      );
      const text = JSON.stringify(policy);
      for (const part of [
        `/quality/${pipeline.warehouse.table}/*`,
        `/quarantine/${pipeline.warehouse.table}/*`,
      ]) {
        assert.equal(text.includes(part), judges, part);
      }
      assert.equal(
        text.includes('glue:PutWorkflowRunProperties'),
        judges || usesDuckDb,
      );
    });

    it('makes a ruleset of the rules that Glue Data Quality knows', () => {
      const rulesets = propertiesOf(template, 'AWS::Glue::DataQualityRuleset');
      assert.equal(rulesets.length, pipeline.quality.length > 0 ? 1 : 0);
      for (const { Name, Ruleset, TargetTable } of rulesets) {
        assert.equal(Name, pipeline.name);
        assert.match(Ruleset, /^Rules = \[\n {2}[^]+\n\]$/);
        assert.equal(
          TargetTable.TableName,
          `processed_${pipeline.warehouse.table}`,
        );
        assert.ok(TargetTable.DatabaseName.Ref);
      }
    });

    it('tags what it deploys with pipeline and owner', () => {
      for (const type of ['Job', 'Crawler', 'Trigger', 'Workflow']) {
        for (const { Tags } of propertiesOf(template, `AWS::Glue::${type}`)) {
          assert.equal(Tags['glue-pipelines.io/owner'], pipeline.owner);
          assert.equal(Tags['glue-pipelines.io/pipeline'], pipeline.name);
        }
      }
    });

    it('tags the workflow with the entity that may start it', () => {
      const [{ Tags }] = propertiesOf(template, 'AWS::Glue::Workflow');
      assert.equal(
        Tags['glue-pipelines.io/entity'],
        `component:default/${pipeline.name}`,
      );
    });

    it('tags the workflow with the table that it loads', () => {
      const [{ Tags }] = propertiesOf(template, 'AWS::Glue::Workflow');
      const { database, schema, table } = pipeline.warehouse;
      assert.equal(
        Tags['glue-pipelines.io/warehouse-table'],
        `workgroup/${pipeline.name}/${database}.${schema}.${table}`,
      );
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
    const job = jobOf(largest, 'transform');
    assert.equal(job.WorkerType, 'G.2X');
    assert.equal(job.NumberOfWorkers, 5);
    assert.equal(job.MaxRetries, 1);
    assert.equal(job.DefaultArguments['--enable-auto-scaling'], 'false');
  });

  it('computes on DuckDB in the smallest Python shell job, which may leave it to Spark', () => {
    const job = jobOf(onDuckDb, 'transform-duckdb');
    assert.equal(job.Command.Name, 'pythonshell');
    assert.equal(job.Command.PythonVersion, '3.9');
    assert.equal(job.MaxCapacity, 0.0625);
    assert.equal(job.Timeout, 70);
    assert.equal(job.DefaultArguments['--SPARK_JOB'], 'orders-transform');
    assert.match(
      job.DefaultArguments['--additional-python-modules'],
      /^duckdb==[\d.]+,fsspec==[\d.]+$/,
    );
    assert.ok(job.DefaultArguments['--MODULES_URI']);
    assert.deepEqual(job.Role, jobOf(onDuckDb, 'transform').Role);
    const { workflow } = synthesize(onDuckDb);
    workflow.template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          {
            Effect: 'Allow',
            Action: [
              'glue:StartJobRun',
              'glue:GetJobRun',
              'glue:GetJobRuns',
              'glue:BatchStopJobRun',
            ],
            Resource: {
              'Fn::Join': ['', Match.arrayWith([':job/orders-transform'])],
            },
          },
        ]),
      },
    });
  });

  it('gives the load the least that there is, since it only asks Redshift', () => {
    const job = jobOf(largest, 'load');
    assert.equal(job.WorkerType, 'G.1X');
    assert.equal(job.NumberOfWorkers, 2);
    assert.equal(job.DefaultArguments['--REDSHIFT_WORKGROUP'], 'order-months');
    assert.ok(job.DefaultArguments['--REDSHIFT_IAM_ROLE']);
  });

  it('says the rules of the result in DQDL, as far as that can', () => {
    const [ruleset] = propertiesOf(
      synthesize(largest).workflow.template,
      'AWS::Glue::DataQualityRuleset',
    );
    assert.deepEqual(ruleset!.Ruleset.split('\n'), [
      'Rules = [',
      '  RowCount >= 1,',
      '  CustomSql "select count(*) from (select country, month from primary where country is not null and month is not null group by country, month having count(*) > 1)" = 0,',
      '  ColumnValues "revenue" >= 0 where "revenue is not null"',
      ']',
    ]);
  });

  it('says which function is missing, and how it is made', () => {
    assert.throws(
      () => scriptsAsset(new Stack(), checkPipeline(largest), '/nowhere/jobs'),
      /jobs\/scripts\/__init__\.py is missing, .* "npm run scripts" writes it/,
    );
  });

  it('gives prepare the libraries that are documented to have boto3', () => {
    const { DefaultArguments } = jobOf(largest, 'prepare');
    assert.equal(DefaultArguments['library-set'], 'analytics');
  });

  it("tells transform which database of the catalog is the pipeline's", () => {
    const { DefaultArguments } = jobOf(smallest, 'transform');
    assert.ok(DefaultArguments['--CATALOG_DATABASE'].Ref);
  });

  it('lets the load of an incremental pipeline write down what it loaded, and nothing else', () => {
    const input = (copy: boolean) => ({
      ...smallest,
      sources: [{ ...smallest.sources[0], incremental: 'files', copy }],
      warehouse: { ...smallest.warehouse, load: { mode: 'append' } },
    });
    const grantsOf = (pipeline: object, step: string, action: string) =>
      propertiesOf(synthesize(pipeline).workflow.template, 'AWS::IAM::Policy')
        .filter(({ Roles, PolicyName }) =>
          `${JSON.stringify(Roles)} ${PolicyName}`.includes(step),
        )
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
        .filter(({ Action }) => [Action].flat().includes(action))
        .map(({ Resource }) => JSON.stringify(Resource));
    const file = '/loading/orders.loaded.json';
    const written = grantsOf(input(false), 'load', 's3:PutObject');
    assert.equal(written.length, 1);
    assert.ok(written[0]!.includes(file));
    assert.deepEqual(grantsOf(smallest, 'load', 's3:PutObject'), []);
    const read = grantsOf(input(true), 'prepare', 's3:GetObject');
    assert.ok(read.some(resource => resource.includes(file)));
    for (const [pipeline, count] of [
      [input(false), 1],
      [smallest, 0],
    ] as const) {
      const noted = grantsOf(
        pipeline,
        'transform',
        'glue:PutWorkflowRunProperties',
      );
      assert.equal(noted.length, count);
    }
  });

  it('copies what cannot be read where it lies', () => {
    const [source] = smallest.sources;
    const hidden = { ...source, uri: 's3://shop/_orders.json' };
    assert.ok(jobOf({ ...smallest, sources: [hidden] }, 'prepare'));
    assert.equal(jobOf(smallest, 'prepare'), undefined);
  });

  it('says in the words of Glue what crawlers do', () => {
    const policiesOf = (crawler: object) => {
      const input = { ...largest, catalog: { tables: 'crawled', crawler } };
      const [{ SchemaChangePolicy, RecrawlPolicy }] = propertiesOf(
        synthesize(input).workflow.template,
        'AWS::Glue::Crawler',
      ) as [Record<string, any>];
      return { ...SchemaChangePolicy, ...RecrawlPolicy };
    };
    assert.deepEqual(policiesOf({}), {
      UpdateBehavior: 'UPDATE_IN_DATABASE',
      DeleteBehavior: 'DELETE_FROM_DATABASE',
      RecrawlBehavior: 'CRAWL_EVERYTHING',
    });
    assert.deepEqual(
      policiesOf({ onChange: 'log', onDelete: 'log', recrawl: 'newFolders' }),
      {
        UpdateBehavior: 'LOG',
        DeleteBehavior: 'LOG',
        RecrawlBehavior: 'CRAWL_NEW_FOLDERS_ONLY',
      },
    );
  });

  it('lets a schedule come and go without another trigger', () => {
    const startOf = (input: unknown) => {
      const { template } = synthesize(input).workflow;
      const [[id, { Properties }]] = Object.entries(
        template.findResources('AWS::Glue::Trigger'),
      ) as [[string, any]];
      const { Type, Name, WorkflowName, Schedule, StartOnCreation } =
        Properties;
      return { id, Type, Name, WorkflowName, Schedule, StartOnCreation };
    };
    const { start, ...onDemand } = largest;
    const before = startOf(onDemand);
    const after = startOf(largest);
    assert.deepEqual({ ...before, Schedule: after.Schedule }, after);
    assert.equal(before.Schedule, 'cron(0 0 1 1 ? 2199)');
    assert.equal(after.Schedule, start.cron);
    assert.equal(after.StartOnCreation, true);
  });

  const startedBy = (start: object) => {
    const { template } = synthesize({ ...largest, start }).workflow;
    const rules = propertiesOf(template, 'AWS::Events::Rule');
    const [trigger] = propertiesOf(template, 'AWS::Glue::Trigger');
    const [role] = propertiesOf(template, 'AWS::IAM::Policy').filter(
      ({ PolicyDocument: { Statement } }) =>
        Statement[0].Action === 'glue:notifyEvent',
    );
    const [statement, ...others] = role!.PolicyDocument.Statement;
    assert.deepEqual(others, []);
    for (const { Targets } of rules) {
      assert.deepEqual(Targets[0].Arn, statement.Resource);
    }
    return {
      trigger: trigger!,
      patterns: rules.map(rule => rule.EventPattern),
    };
  };

  it('starts on files of the sources that are named', () => {
    const { trigger, patterns } = startedBy({
      onNewFiles: {
        sources: ['customers', 'orders'],
        batchSize: 20,
        batchWindow: 300,
      },
    });
    assert.deepEqual(
      patterns.map(({ detail }) => [
        detail.bucket.name[0],
        detail.object.key[0],
      ]),
      [
        ['shop', { prefix: 'orders/' }],
        ['shop', 'customers.csv'],
      ],
    );
    assert.equal(trigger.Type, 'EVENT');
    assert.equal(trigger.Name, 'order-months-start-on-events');
    assert.equal(trigger.StartOnCreation, undefined);
    assert.deepEqual(trigger.EventBatchingCondition, {
      BatchSize: 20,
      BatchWindow: 300,
    });
  });

  it('starts after the load of another pipeline', () => {
    const { trigger, patterns } = startedBy({ after: 'orders' });
    assert.deepEqual(patterns, [
      {
        source: ['aws.glue'],
        'detail-type': ['Glue Job State Change'],
        detail: { jobName: ['orders-load'], state: ['SUCCEEDED'] },
      },
    ]);
    assert.deepEqual(trigger.EventBatchingCondition, { BatchSize: 1 });
  });

  it('runs the Spark jobs on what compute says', () => {
    const transform = jobOf(largest, 'transform');
    const load = jobOf(largest, 'load');
    assert.equal(
      transform.DefaultArguments['--conf'],
      'spark.sql.shuffle.partitions=64 --conf spark.sql.autoBroadcastJoinThreshold=-1',
    );
    assert.equal(load.DefaultArguments['--conf'], undefined);
    for (const job of [transform, load]) {
      assert.equal(job.ExecutionClass, 'FLEX');
      assert.equal(job.MaxRetries, 1);
    }
    const queuing = { ...smallest, compute: { jobQueuing: true } };
    for (const step of ['transform', 'load']) {
      assert.equal(jobOf(queuing, step).JobRunQueuingEnabled, true);
      assert.notEqual(jobOf(smallest, step).ExecutionClass, 'FLEX');
    }
  });

  it('gives each run the properties of the pipeline', () => {
    const { template } = synthesize(largest).workflow;
    const [workflow] = propertiesOf(template, 'AWS::Glue::Workflow');
    assert.deepEqual(workflow!.DefaultRunProperties, { region: 'EU' });
  });

  it('tags the workflow with what the pipeline promises', () => {
    const tagsOf = (input: unknown) =>
      propertiesOf(
        synthesize(input).workflow.template,
        'AWS::Glue::Workflow',
      )[0]!.Tags;
    const tags = tagsOf(largest);
    assert.equal(tags['glue-pipelines.io/expected'], 'by 07:00 Europe/Berlin');
    assert.equal(tags['glue-pipelines.io/freshness'], 'PT26H');
    assert.equal(tags['glue-pipelines.io/longest-run'], 'PT45M');
    assert.equal(tagsOf(smallest)['glue-pipelines.io/expected'], undefined);
  });
});
