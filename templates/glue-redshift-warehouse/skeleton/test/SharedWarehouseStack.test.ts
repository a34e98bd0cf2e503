import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addWarehouse } from '../lib/addWarehouse';
import { parseSharedWarehouse } from '../lib/language.mjs';
import { loadWarehouse } from '../lib/loadWarehouse';

const own = loadWarehouse('warehouse.yaml');

/** Synthesizes a warehouse, cdk-nag included. */
function synthesize(
  changes: object = {},
  context: Record<string, unknown> = {},
) {
  const outdir = mkdtempSync(join(tmpdir(), 'warehouse-test-'));
  process.on('exit', () => rmSync(outdir, { recursive: true }));
  const app = new App({ outdir, context, analyticsReporting: false });
  const stack = addWarehouse(app, parseSharedWarehouse({ ...own, ...changes }));
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

  it('keeps its data, and is protected, in production', () => {
    const kept = (environment: string) => {
      const { template, terminationProtection } = synthesize(
        {},
        { environment },
      );
      const { DeletionPolicy } = only(
        template,
        'AWS::RedshiftServerless::Namespace',
      );
      return [DeletionPolicy, terminationProtection];
    };
    assert.deepEqual(kept('development'), ['Delete', false]);
    assert.deepEqual(kept('production'), ['Retain', true]);
  });
});
