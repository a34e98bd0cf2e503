import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { App } from 'aws-cdk-lib';
import {
  environmentNamed,
  environmentOf,
  NO_ENVIRONMENT,
  parseEnvironments,
} from '../lib/environments';
import { checkPipeline } from '../lib/loadPipeline';
import { mergePatch } from '../lib/mergePatch';
import { named, pipelineIn } from '../lib/pipelineIn';
import {
  intoShared,
  largest,
  propertiesOf,
  smallest,
  synthesize,
} from './example';

const environments = parseEnvironments({
  dev: { prefix: 'dev-{user}-', starts: false },
  staging: { prefix: 'staging-', changes: { compute: { workers: 3 } } },
  prod: { account: '123456789012', region: 'eu-west-1', data: 'retain' },
});
const { staging, prod } = environments;

describe('environments.yaml', () => {
  for (const [input, message] of [
    [{ dev: { account: 123456789012 } }, /dev\.account: /],
    [{ dev: { account: '1234' } }, /dev\.account: an account has 12 digits/],
    [{ dev: { prefix: 'Dev' } }, /dev\.prefix: use lower-case letters/],
    [{ dev: { prefix: 'dev-{who}-' } }, /dev\.prefix: use lower-case letters/],
    [{ dev: { data: 'keep' } }, /dev\.data: /],
    [{ dev: { scheduled: true } }, /dev: .*scheduled/],
  ] as [unknown, RegExp][]) {
    it(`says what is wrong with ${JSON.stringify(input)}`, () => {
      assert.throws(
        () => parseEnvironments(input),
        ({ message: said }: Error) =>
          said.startsWith('environments.yaml is not valid\n  ') &&
          message.test(said),
      );
    });
  }

  it('writes out who deploys', () => {
    assert.equal(
      environmentNamed('dev', environments, 'Anna.Lena@example.com').prefix,
      'dev-annalenaexam-',
    );
    assert.throws(
      () => environmentNamed('dev', environments, '…'),
      /"…" has no letter or digit .*--context user=<name>/,
    );
  });

  for (const name of ['production', 'constructor', '']) {
    it(`names the environments that there are beside "${name}"`, () => {
      assert.throws(
        () => environmentNamed(name, environments),
        new RegExp(`no environment "${name}": use dev, staging, prod`),
      );
    });
  }

  it('is not asked where the app names no environment', () => {
    assert.equal(environmentOf(new App().node), NO_ENVIRONMENT);
    assert.throws(
      () => environmentOf(new App({ context: { env: 'nowhere' } }).node),
      /There is no environment "nowhere"/,
    );
  });
});

describe('a merge patch', () => {
  it('changes, takes away and adds', () => {
    assert.deepEqual(
      mergePatch(
        { a: 1, b: { c: 2, d: [1, 2] }, e: 3 },
        { b: { c: null, d: [3] }, e: null, f: { g: 4 } },
      ),
      { a: 1, b: { d: [3] }, f: { g: 4 } },
    );
  });
});

describe('the pipeline of an environment', () => {
  it('has its changes, which are checked', () => {
    assert.equal(pipelineIn(staging!, largest).compute.workers, 3);
    assert.throws(
      () =>
        pipelineIn(
          { ...NO_ENVIRONMENT, changes: { compute: { workers: 0 } } },
          largest,
        ),
      /pipeline\.yaml is not valid\n {2}compute\.workers: /,
    );
  });

  it('starts nothing, promises nothing and tells nobody where nothing starts', () => {
    const { start, promises, alerts } = pipelineIn(environments.dev!, largest);
    assert.deepEqual(
      [start, promises, alerts],
      [undefined, undefined, undefined],
    );
  });

  it('has names of its own, and in a warehouse of others a schema', () => {
    const checked = checkPipeline({ ...intoShared, start: { after: 'other' } });
    const { name, start, warehouse } = named(checked, staging!);
    assert.equal(name, 'staging-orders');
    assert.equal(start?.after, 'staging-other');
    assert.equal(warehouse.shared, 'analytics');
    assert.equal(warehouse.schema, 'staging_sales');
    assert.equal(
      named(checkPipeline(smallest), staging!).warehouse.schema,
      'public',
    );
    assert.equal(named(checked, prod!), checked);
  });
});

describe('the stacks of an environment', () => {
  it('belong to its account and region, and ask AWS for nothing', () => {
    const { assembly } = synthesize(smallest, {}, prod);
    assert.deepEqual(
      assembly.stacks.map(({ environment }) => environment.name),
      assembly.stacks.map(() => 'aws://123456789012/eu-west-1'),
    );
    assert.deepEqual(assembly.manifest.missing ?? [], []);
  });

  it('keep data, and are protected, where data stay', () => {
    const kept = (environment = NO_ENVIRONMENT) => {
      const { assembly, workflow, warehouse } = synthesize(
        smallest,
        {},
        environment,
      );
      const policyOf = ({ template }: typeof workflow, type: string) =>
        Object.values(template.findResources(type))[0]!.DeletionPolicy;
      return {
        bucket: policyOf(workflow, 'AWS::S3::Bucket'),
        emptied: propertiesOf(workflow.template, 'Custom::S3AutoDeleteObjects')
          .length,
        namespace: policyOf(warehouse, 'AWS::RedshiftServerless::Namespace'),
        // Compute and its network go, or the stack could not.
        workgroup:
          policyOf(warehouse, 'AWS::RedshiftServerless::Workgroup') ?? 'Delete',
        protected: assembly.stacks.map(stack => stack.terminationProtection),
      };
    };
    assert.deepEqual(kept(), {
      bucket: 'Delete',
      emptied: 1,
      namespace: 'Delete',
      workgroup: 'Delete',
      protected: [false, false],
    });
    assert.deepEqual(kept(prod), {
      bucket: 'Retain',
      emptied: 0,
      namespace: 'Retain',
      workgroup: 'Delete',
      protected: [true, true],
    });
  });

  it('drop tables in a warehouse of others only where data go', () => {
    const data = (environment = NO_ENVIRONMENT) => {
      const { template } = synthesize(intoShared, {}, environment).workflow;
      return propertiesOf(template, 'Custom::RedshiftUser')[0]!.data;
    };
    assert.equal(data(), 'destroy');
    assert.equal(data(prod), 'retain');
    // Those in a warehouse of its own are the namespace's.
    const { template } = synthesize(smallest).warehouse;
    const [user] = propertiesOf(template, 'Custom::RedshiftUser');
    assert.equal(user!.data, 'retain');
  });

  it('belong to the entity of the pipeline, whatever their names', () => {
    const { workflow } = synthesize(smallest, {}, staging);
    const [{ Name, Tags }] = propertiesOf(
      workflow.template,
      'AWS::Glue::Workflow',
    ) as [Record<string, any>];
    assert.equal(Name, 'staging-orders');
    assert.equal(Tags['glue-pipelines.io/entity'], 'component:default/orders');
    assert.equal(
      Tags['glue-pipelines.io/warehouse-table'],
      'workgroup/staging-orders/dev.public.orders',
    );
  });
});
