import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addWarehouse } from '../lib/addWarehouse';
import { type Environment, parseEnvironments } from '../lib/environments';
import { parseSharedWarehouse } from '../lib/language.mjs';
import { loadWarehouse } from '../lib/loadWarehouse';

const own = loadWarehouse('warehouse.yaml');

/** Synthesizes a warehouse, cdk-nag included. */
function synthesize(changes: object = {}, environment?: Environment) {
  const outdir = mkdtempSync(join(tmpdir(), 'warehouse-test-'));
  process.on('exit', () => rmSync(outdir, { recursive: true }));
  const app = new App({ outdir, analyticsReporting: false });
  const stack = addWarehouse(
    app,
    parseSharedWarehouse({ ...own, ...changes }),
    environment,
  );
  const { template, terminationProtection } = app
    .synth()
    .getStackArtifact(stack.artifactId);
  return { template: Template.fromJSON(template), terminationProtection };
}

const only = (template: Template, type: string): Record<string, any> => {
  const [resource, ...others] = Object.values(template.findResources(type));
  assert.deepEqual(others, []);
  return resource!;
};

describe('the shared warehouse', () => {
  it('is private, and as large as it may be', () => {
    const { template } = synthesize({ capacity: { base: 16, max: 64 } });
    const { Properties } = only(template, 'AWS::RedshiftServerless::Workgroup');
    assert.equal(Properties.WorkgroupName, own.name);
    assert.equal(Properties.PubliclyAccessible, false);
    assert.equal(Properties.BaseCapacity, 16);
    assert.equal(Properties.MaxCapacity, 64);
  });

  it('exports by its name what pipelines need, and nothing secret', () => {
    const outputs = Object.values(synthesize().template.toJSON().Outputs);
    assert.deepEqual(
      outputs.map((output: any) => output.Export.Name).sort(),
      ['CopyRoleArn', 'UsersFunctionArn', 'WorkgroupArn'].map(
        what => `glue-pipelines:warehouse:${own.name}:${what}`,
      ),
    );
  });

  it('lies in a network that there is where one is named', () => {
    const { template } = synthesize({
      network: {
        subnets: ['subnet-0a1b2c3d', 'subnet-0a1b2c3e', 'subnet-0a1b2c3f'],
        securityGroups: ['sg-0a1b2c3d'],
      },
    });
    template.resourceCountIs('AWS::EC2::VPC', 0);
  });

  it('says that it has no key of its own', () => {
    const { own: ownKey } = parseEnvironments({ own: { encryption: 'kms' } });
    assert.throws(() => synthesize({}, ownKey), /encryption of environments/);
  });

  it('has the names of its environment, and keeps its data where they stay', () => {
    const { staging, prod } = parseEnvironments({
      staging: { prefix: 'staging-' },
      prod: { data: 'retain' },
    });
    const made = (environment?: Environment) => {
      const { template, terminationProtection } = synthesize({}, environment);
      const { DeletionPolicy, Properties } = only(
        template,
        'AWS::RedshiftServerless::Namespace',
      );
      return [Properties.NamespaceName, DeletionPolicy, terminationProtection];
    };
    assert.deepEqual(made(), [own.name, 'Delete', false]);
    assert.deepEqual(made(staging), [`staging-${own.name}`, 'Delete', false]);
    assert.deepEqual(made(prod), [own.name, 'Retain', true]);
  });
});
