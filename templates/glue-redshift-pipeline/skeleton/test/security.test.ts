import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_ENVIRONMENT } from '../lib/environments';
import {
  largest,
  onDuckDb,
  pipelines,
  propertiesOf,
  smallest,
  synthesize,
} from './example';

const stacksOf = (
  input: unknown,
  context: Record<string, unknown> = {},
  environment = NO_ENVIRONMENT,
) => {
  const { pipeline, assembly } = synthesize(input, context, environment);
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

describe("a key of the pipeline's own", () => {
  const ownKey = { ...NO_ENVIRONMENT, encryption: 'kms' as const };
  const resources = stacksOf(largest, {}, ownKey).flat();
  const ofType = (type: string) =>
    resources
      .filter(([, { Type }]) => Type === type)
      .map(([id, { Properties }]) => ({ id, ...Properties }));
  const [key] = ofType('AWS::KMS::Key');
  const arn = { 'Fn::GetAtt': [key!.id, 'Arn'] };

  it('encrypts the bucket, the logs of jobs and what Glue writes', () => {
    assert.equal(key!.EnableKeyRotation, true);
    const [bucket] = ofType('AWS::S3::Bucket');
    const [rule] = bucket!.BucketEncryption.ServerSideEncryptionConfiguration;
    assert.deepEqual(rule.ServerSideEncryptionByDefault, {
      KMSMasterKeyID: arn,
      SSEAlgorithm: 'aws:kms',
    });
    for (const group of ofType('AWS::Logs::LogGroup')) {
      assert.deepEqual(
        group.KmsKeyId,
        group.LogGroupName ? arn : undefined,
        group.id,
      );
    }
    const [{ id, EncryptionConfiguration }] = ofType(
      'AWS::Glue::SecurityConfiguration',
    ) as [Record<string, any>];
    assert.deepEqual(EncryptionConfiguration, {
      CloudWatchEncryption: {
        CloudWatchEncryptionMode: 'SSE-KMS',
        KmsKeyArn: arn,
      },
      JobBookmarksEncryption: {
        JobBookmarksEncryptionMode: 'CSE-KMS',
        KmsKeyArn: arn,
      },
      S3Encryptions: [{ KmsKeyArn: arn, S3EncryptionMode: 'SSE-KMS' }],
    });
    for (const job of ofType('AWS::Glue::Job')) {
      assert.deepEqual(job.SecurityConfiguration, { Ref: id }, job.id);
    }
    for (const crawler of ofType('AWS::Glue::Crawler')) {
      assert.deepEqual(crawler.CrawlerSecurityConfiguration, { Ref: id });
    }
  });

  it('is for the roles that use the bucket, and for COPY', () => {
    const using = ofType('AWS::IAM::Policy').filter(({ PolicyDocument }) =>
      PolicyDocument.Statement.some(
        ({ Action, Resource }: any) =>
          [Action].flat().includes('kms:GenerateDataKey') &&
          JSON.stringify(Resource) === JSON.stringify(arn),
      ),
    );
    // Three jobs, three crawlers, and what copies the files of the jobs.
    assert.equal(using.length, 7);
    assert.match(JSON.stringify(key!.KeyPolicy), /CopyRole/);
  });

  it('is none of ours unless an environment says so', () => {
    for (const [id, { Type }] of stacksOf(largest).flat()) {
      assert.ok(!/KMS|SecurityConfiguration/.test(Type), id);
    }
  });
});
