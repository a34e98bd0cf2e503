// What no template of this repository may have, whatever its pipeline, in each of its environments.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  environmentNamed,
  loadEnvironments,
  NO_ENVIRONMENT,
} from '../lib/environments';
import {
  intoCluster,
  intoShared,
  pipelines,
  smallest,
  synthesize,
} from './example';

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}

interface Resource {
  Type: string;
  Properties?: Record<string, any>;
  DependsOn?: string[];
}

/** By them Glue attaches a job to the network of its connections; most take no narrower resource. */
const NETWORK = [
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeRouteTables',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcAttribute',
  'ec2:DescribeVpcEndpoints',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
];

/** The actions that may be about all resources, the condition that bounds them, and why there is no other way. */
const ON_EVERYTHING: Record<string, { bound?: string; why: string }> = {
  ...Object.fromEntries(
    NETWORK.map(action => [
      action,
      { why: 'the network of a connection is not known here' },
    ]),
  ),
  'cloudwatch:PutMetricData': {
    bound: 'cloudwatch:namespace',
    why: 'metrics have no ARN',
  },
  'redshift-data:DescribeStatement': {
    bound: 'redshift-data:statement-owner-iam-userid',
    why: 'statements have no ARN',
  },
  'redshift-data:GetStatementResult': {
    bound: 'redshift-data:statement-owner-iam-userid',
    why: 'statements have no ARN',
  },
};

/** Values that only secrets have: keys of AWS, private keys, webhooks of Slack, passwords in addresses. */
const SECRETS =
  /AKIA[0-9A-Z]{16}|-----BEGIN|hooks\.slack\.com\/|\{\{resolve:(secretsmanager|ssm-secure)|password=/i;

const SECRET_PROPERTY = /(Password|SecretString|AuthToken)$/;

/** Every property of a resource with its name, those within others too. */
function* properties(value: unknown): Generator<[string, unknown]> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield [key, inner];
      yield* properties(inner);
    }
  }
}

/** Not those of a key's own policy: there `*` is the key, and the account must administer it. */
const statementsOf = ({ Type, Properties }: Resource): Statement[] =>
  Type === 'AWS::KMS::Key'
    ? []
    : [...properties(Properties)].flatMap(([key, value]) =>
        key === 'Statement' ? (value as Statement[]) : [],
      );

const fromDatabase = {
  ...smallest,
  sources: smallest.sources.map(({ name, columns: [first] }) => ({
    name,
    format: 'jdbc',
    jdbc: { connection: 'shop-db', table: 'orders' },
    columns: [first],
  })),
};

const environments = loadEnvironments();
const deployed = [
  ...[undefined, ...Object.keys(environments)].map(name =>
    environmentNamed(name, environments, 'tester'),
  ),
  { ...NO_ENVIRONMENT, prefix: 'own-key-', encryption: 'kms' as const },
];

for (const [name, input] of Object.entries({
  ...pipelines,
  'a shared warehouse': intoShared,
  'a cluster': intoCluster,
  'a database': fromDatabase,
})) {
  describe(`the templates of ${name}`, () => {
    const resources = deployed.flatMap(environment =>
      synthesize(input, {}, environment).assembly.stacks.flatMap(
        ({ stackName, template }) =>
          Object.entries<Resource>(template.Resources).map(
            ([id, resource]) => ({ at: `${stackName}/${id}`, id, resource }),
          ),
      ),
    );
    const ofType = (type: string) =>
      resources.filter(({ resource }) => resource.Type === type);

    it('allow nobody all actions of a service', () => {
      for (const { at, resource } of resources) {
        for (const { Effect, Action } of statementsOf(resource)) {
          const actions = Effect === 'Allow' ? [Action].flat() : [];
          const wide = actions.find(action => /(^|:)\*$/.test(action));
          assert.equal(wide, undefined, at);
        }
      }
    });

    it('allow actions on everything only where there is no other way, within bounds', () => {
      for (const { at, resource } of resources) {
        for (const statement of statementsOf(resource)) {
          const { Effect, Action, Resource: on, Condition = {} } = statement;
          if (Effect !== 'Allow' || ![on].flat().includes('*')) {
            continue;
          }
          const bounds = Object.values(Condition).flatMap(Object.keys);
          for (const action of [Action].flat()) {
            const known = ON_EVERYTHING[action];
            assert.ok(known, `${at}: ${action} on *`);
            assert.ok(
              known.bound === undefined || bounds.includes(known.bound),
              `${at}: ${action}`,
            );
          }
        }
      }
    });

    it('have no secret', () => {
      for (const { at, resource } of resources) {
        for (const [key, value] of properties(resource.Properties)) {
          assert.ok(
            typeof value === 'boolean' || !SECRET_PROPERTY.test(key),
            `${at}: ${key}`,
          );
          assert.ok(
            typeof value !== 'string' || !SECRETS.test(value),
            `${at}: ${key}`,
          );
        }
      }
    });

    it('give a job capacity or workers, never both', () => {
      const jobs = ofType('AWS::Glue::Job');
      assert.ok(jobs.length > 0);
      for (const { at, resource } of jobs) {
        const has = (key: string) => key in resource.Properties!;
        const isSpark = resource.Properties!.Command.Name === 'glueetl';
        assert.deepEqual(
          [has('MaxCapacity'), has('WorkerType'), has('NumberOfWorkers')],
          [!isSpark, isSpark, isSpark],
          at,
        );
      }
    });

    it('have schedules that Glue takes: cron, not rate', () => {
      for (const { at, resource } of resources) {
        for (const [key, value] of properties(resource.Properties)) {
          if (
            /^Schedule(Expression)?$/.test(key) &&
            typeof value === 'string'
          ) {
            assert.match(value, /^cron\(/, at);
          }
        }
      }
    });

    it('make the triggers of a workflow one after the other', () => {
      const triggers = ofType('AWS::Glue::Trigger');
      assert.ok(triggers.length > 0);
      for (const [index, { at, resource }] of triggers.entries()) {
        const before = triggers[index - 1];
        const isFirst = before?.at.split('/')[0] !== at.split('/')[0];
        assert.deepEqual(
          resource.DependsOn,
          isFirst ? undefined : [before!.id],
          at,
        );
      }
    });
  });
}
