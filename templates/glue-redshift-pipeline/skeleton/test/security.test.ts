import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  largest,
  onDuckDb,
  pipelines,
  propertiesOf,
  smallest,
  synthesize,
} from './example';

const stacksOf = (input: unknown, context: Record<string, unknown> = {}) => {
  const { pipeline, assembly } = synthesize(input, context);
  return assembly.stacks
    .filter(stack => stack.stackName.startsWith(pipeline.name))
    .map(({ template }) => Object.entries<any>(template.Resources));
};

/** The roles that the CDK makes for a function of its own have other names. */
const rolesOf = (input: unknown, context: Record<string, unknown> = {}) =>
  stacksOf(input, context)
    .flat()
    .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
    .map(([id, { Properties }]) => ({ id, ...Properties }));

/** Of the CDK's own function that empties the bucket, which takes no conditions. */
const OF_CDK = /^CustomS3AutoDelete/;

for (const [name, input] of Object.entries({
  ...pipelines,
  'an event': { ...smallest, start: { after: 'other' } },
})) {
  describe(`the roles of ${name}`, () => {
    it('can be assumed by one service, for resources of the account', () => {
      for (const { id, AssumeRolePolicyDocument } of rolesOf(input)) {
        const [statement, ...others] = AssumeRolePolicyDocument.Statement;
        assert.deepEqual(others, [], id);
        assert.equal(typeof statement.Principal.Service, 'string', id);
        // Whose documents do not say that it tells the account.
        const isRedshift =
          statement.Principal.Service === 'redshift.amazonaws.com';
        if (!isRedshift && !OF_CDK.test(id)) {
          assert.deepEqual(
            statement.Condition.StringEquals,
            { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
            id,
          );
        }
      }
    });

    it('have the permissions boundary that cdk.json names', () => {
      const roles = rolesOf(input, {
        '@aws-cdk/core:permissionsBoundary': { name: 'team-boundary' },
      });
      assert.ok(roles.length > 0);
      for (const { id, PermissionsBoundary } of roles) {
        assert.match(
          JSON.stringify(PermissionsBoundary),
          /:policy\/team-boundary"/,
          id,
        );
      }
      assert.ok(
        rolesOf(input).every(role => role.PermissionsBoundary === undefined),
      );
    });
  });
}

describe('the roles of events', () => {
  it('are for rules', () => {
    const [role] = rolesOf({ ...smallest, start: { after: 'other' } }).filter(
      ({ AssumeRolePolicyDocument: { Statement } }) =>
        Statement[0].Principal.Service === 'events.amazonaws.com',
    );
    const { ArnLike } = role!.AssumeRolePolicyDocument.Statement[0].Condition;
    assert.match(JSON.stringify(ArnLike['aws:SourceArn']), /:rule\/\*"/);
  });
});

describe('the logs', () => {
  it('of jobs on Spark lie in groups of the stack, which end with it', () => {
    for (const input of [smallest, largest, onDuckDb]) {
      const { pipeline, workflow } = synthesize(input);
      const prefix = `/aws-glue/jobs/${pipeline.name}`;
      const groups = Object.values<any>(
        workflow.template.findResources('AWS::Logs::LogGroup'),
      ).filter(({ Properties }) => Properties.LogGroupName);
      assert.deepEqual(
        groups.map(({ Properties, DeletionPolicy }) => [
          Properties.LogGroupName,
          Properties.RetentionInDays,
          DeletionPolicy,
        ]),
        [
          [`${prefix}/output`, 90, 'Delete'],
          [`${prefix}/error`, 90, 'Delete'],
        ],
      );
      for (const job of propertiesOf(workflow.template, 'AWS::Glue::Job')) {
        assert.equal(
          job.DefaultArguments['--custom-logGroup-prefix'],
          job.Command.Name === 'glueetl' ? prefix : undefined,
        );
      }
    }
  });

  it('are kept for a time, whoever writes them', () => {
    for (const [id, { Type, Properties }] of stacksOf(largest).flat()) {
      if (Type === 'AWS::Logs::LogGroup') {
        assert.ok(Properties.RetentionInDays > 0, id);
      }
    }
  });
});
