import {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { setTimeout as sleep } from 'node:timers/promises';
import { TestAws } from './__testUtils__/TestAws';
import { Filters } from './config';
import { DiscoveredWorkflows } from './database/DiscoveredWorkflows';
import { GlueWorkflowProvider } from './GlueWorkflowProvider';

jest.setTimeout(120_000);

const ONE = '111111111111';
const TWO = '222222222222';
const HOUR = 3_600_000;
const noTask: SchedulerServiceTaskRunner = { run: async () => {} };

/** A portal that discovers workflows of the local server in several accounts. */
class Portal {
  readonly warnings: string[] = [];
  readonly errors: string[] = [];
  now = new Date('2026-01-01T00:00:00Z');
  private readonly emitted = new Map<string, Entity[]>();
  private readonly providers: GlueWorkflowProvider[] = [];

  private constructor() {}

  static async start(
    aws: TestAws,
    options: {
      accounts?: string[];
      filters?: Partial<Filters>;
      handWritten?: Entity[];
      discovered: DiscoveredWorkflows;
      region?: string;
    },
  ) {
    const portal = new Portal();
    const { accounts = [ONE], filters, handWritten = [], discovered } = options;
    const logger: LoggerService = {
      ...mockServices.logger.mock(),
      warn: message => portal.warnings.push(message),
      error: message => portal.errors.push(message),
    };
    for (const accountId of accounts) {
      const provider = new GlueWorkflowProvider(
        { accountId, region: options.region ?? 'us-east-1' },
        {
          config: {
            endpoint: aws.endpoint,
            filters: { names: [], tags: [], ...filters },
            defaultOwner: 'group:default/data-platform',
            ownerTag: 'owner',
            lifecycle: 'production',
            gracePeriodMs: 24 * HOUR,
          },
          auth: mockServices.auth(),
          catalog: catalogServiceMock({ entities: handWritten }),
          credentials: DefaultAwsCredentialsManager.fromConfig(
            mockServices.rootConfig({
              data: { aws: TestAws.config(ONE, TWO) },
            }),
          ),
          discovered,
          logger,
          taskRunner: noTask,
          now: () => portal.now,
        },
      );
      await provider.connect({
        async applyMutation(mutation) {
          if (mutation.type === 'full') {
            portal.emitted.set(
              accountId,
              mutation.entities.map(({ entity }) => entity),
            );
          }
        },
        async refresh() {},
      });
      portal.providers.push(provider);
    }
    return portal;
  }

  /** A round of every account at once. */
  async round(signal = new AbortController().signal) {
    await Promise.all(this.providers.map(provider => provider.refresh(signal)));
  }

  later(hours: number) {
    this.now = new Date(this.now.getTime() + hours * HOUR);
  }

  entities(kind: 'Component' | 'Resource' = 'Component') {
    return [...this.emitted.values()]
      .flat()
      .filter(entity => entity.kind === kind);
  }

  titles(kind?: 'Component' | 'Resource') {
    return this.entities(kind)
      .map(({ metadata }) => metadata.title)
      .sort();
  }
}

const component = (name: string, arn?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: arn ? { 'aws.amazon.com/glue-workflow-arn': arn } : {},
  },
});
const arnOf = (name: string, accountId = ONE) =>
  `arn:aws:glue:us-east-1:${accountId}:workflow/${name}`;

describe('GlueWorkflowProvider', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let aws: TestAws;
  let discovered: DiscoveredWorkflows;

  beforeEach(async () => {
    aws = await TestAws.start();
    const knex = await databases.init('SQLITE_3');
    await DiscoveredWorkflows.migrate(knex);
    discovered = new DiscoveredWorkflows(knex);
  });

  afterEach(() => aws.close());

  it('gives a workflow of one name in two accounts an entity each', async () => {
    await aws.putWorkflow('covid-hiring', { description: 'Cases and jobs' });
    const portal = await Portal.start(aws, {
      discovered,
      accounts: [ONE, TWO],
    });
    await portal.round();

    expect(portal.errors).toEqual([]);
    expect(
      portal.entities().map(({ metadata }) => ({
        name: metadata.name,
        description: metadata.description,
        arn: metadata.annotations?.['aws.amazon.com/glue-workflow-arn'],
      })),
    ).toEqual([
      {
        name: `covid-hiring-${ONE}-us-east-1`,
        description: 'Cases and jobs',
        arn: arnOf('covid-hiring', ONE),
      },
      {
        name: `covid-hiring-${TWO}-us-east-1`,
        description: 'Cases and jobs',
        arn: arnOf('covid-hiring', TWO),
      },
    ]);
  });

  it('goes on where one account is denied, removes nothing of it and names the missing action', async () => {
    await aws.putWorkflow('covid-hiring');
    const portal = await Portal.start(aws, {
      discovered,
      accounts: [ONE, TWO],
    });
    await portal.round();
    aws.refuse(/^222222222222 ListWorkflows$/, 'AccessDeniedException');
    await aws.putWorkflow('flight-delays');
    portal.later(1000);
    await portal.round();

    expect(portal.titles()).toEqual([
      'covid-hiring',
      'covid-hiring',
      'flight-delays',
    ]);
    expect(portal.errors).toEqual([
      expect.stringMatching(
        /stay in the catalog: glue:ListWorkflows in account 222222222222, region us-east-1, failed\. The portal's AWS role lacks the IAM action glue:ListWorkflows/,
      ),
    ]);
  });

  it('keeps nothing of one account from another that never answers, which the scheduler gives up in the end', async () => {
    await aws.putWorkflow('covid-hiring');
    const portal = await Portal.start(aws, {
      discovered,
      accounts: [ONE, TWO],
    });
    await portal.round();
    aws.hanging = /^222222222222 /;
    await aws.putWorkflow('flight-delays');
    const timeout = new AbortController();
    const round = portal.round(timeout.signal);
    while (portal.entities().length < 3) {
      await sleep(20);
    }
    expect(portal.errors).toEqual([]);
    timeout.abort();
    await round;
    expect(portal.titles()).toEqual([
      'covid-hiring',
      'covid-hiring',
      'flight-delays',
    ]);
    expect(portal.errors).toEqual([
      expect.stringMatching(/stay in the catalog: .* account 222222222222/),
    ]);
  });

  it.each(['BatchGetWorkflows', 'GetTags'])(
    'removes nothing where %s is denied',
    async operation => {
      await aws.putWorkflow('covid-hiring');
      const portal = await Portal.start(aws, { discovered });
      await portal.round();
      aws.refuse(new RegExp(` ${operation}$`), 'AccessDeniedException');
      portal.later(1000);
      await portal.round();
      expect(portal.titles()).toEqual(['covid-hiring']);
      expect(portal.errors[0]).toContain(`IAM action glue:${operation}`);
    },
  );

  it('discovers what the filters let through, and asks for the tags of no more', async () => {
    await aws.putWorkflow('sales-daily', { tags: { stage: 'prod' } });
    await aws.putWorkflow('sales-draft', { tags: { stage: 'dev' } });
    await aws.putWorkflow('sales-old');
    await aws.putWorkflow('hr-daily', { tags: { stage: 'prod' } });
    const portal = await Portal.start(aws, {
      discovered,
      filters: {
        names: ['sales-*'],
        tags: [{ key: 'stage', value: 'prod' }],
      },
    });
    await portal.round();
    expect(portal.titles()).toEqual(['sales-daily']);
    expect(aws.calls.filter(call => call === `${ONE} GetTags`)).toHaveLength(3);
  });

  it('takes the owner from the tag, or else the default', async () => {
    await aws.putWorkflow('a', { tags: { owner: 'sales' } });
    await aws.putWorkflow('b', { tags: { owner: 'user:hr/jo' } });
    await aws.putWorkflow('c', { tags: { owner: 'jo@example.com' } });
    await aws.putWorkflow('d');
    const portal = await Portal.start(aws, { discovered });
    await portal.round();
    expect(portal.entities().map(({ spec }) => spec?.owner)).toEqual([
      'group:default/sales',
      'user:hr/jo',
      'group:default/data-platform',
      'group:default/data-platform',
    ]);
  });

  it('leaves workflows to entities written by hand', async () => {
    const tagged = (ref: string) => ({
      tags: { 'glue-pipelines.io/entity': ref },
    });
    await aws.putWorkflow('annotated');
    await aws.putWorkflow('tagged', tagged('Component:default/By-Tag'));
    await aws.putWorkflow('unborn', tagged('component:default/nowhere'));
    await aws.putWorkflow('mistagged', tagged('not a ref'));
    await aws.putLineage('annotated');
    const own = component('own', arnOf('unborn'));
    own.metadata.annotations!['backstage.io/managed-by-origin-location'] =
      `glue-pipelines-discovery:${arnOf('unborn')}`;
    const portal = await Portal.start(aws, {
      discovered,
      handWritten: [
        component('by-hand', `${arnOf('annotated')}, ${arnOf('another')}`),
        component('by-tag'),
        own,
      ],
    });
    await portal.round();
    expect(portal.errors).toEqual([]);
    expect(portal.titles()).toEqual(['mistagged', 'unborn']);
    const folder = portal
      .entities('Resource')
      .find(({ metadata }) => metadata.title === 's3://landing/cases/');
    expect(folder?.spec?.dependencyOf).toEqual(['component:default/by-hand']);
  });

  it('removes a workflow that is gone after the grace period, also across a restart', async () => {
    await aws.putWorkflow('covid-hiring');
    await aws.putWorkflow('flight-delays');
    const portal = await Portal.start(aws, { discovered });
    await portal.round();
    await aws.deleteWorkflow('flight-delays');
    portal.later(23);
    await portal.round();
    expect(portal.titles()).toEqual(['covid-hiring', 'flight-delays']);

    const restarted = await Portal.start(aws, { discovered });
    restarted.now = portal.now;
    restarted.later(1);
    await restarted.round();
    expect(restarted.titles()).toEqual(['covid-hiring']);
  });

  it('gives the grace period also to what vanishes while it is read', async () => {
    await aws.putWorkflow('covid-hiring');
    const portal = await Portal.start(aws, { discovered });
    await portal.round();
    aws.refuse(/ GetTags$/, 'EntityNotFoundException');
    portal.later(1);
    await portal.round();
    expect(portal.errors).toEqual([]);
    expect(portal.titles()).toEqual(['covid-hiring']);
    portal.later(23);
    await portal.round();
    expect(portal.titles()).toEqual([]);
  });

  it('drops at once what the filters let through no longer', async () => {
    await aws.putWorkflow('sales-daily', { tags: { stage: 'prod' } });
    await aws.putWorkflow('sales-draft');
    await aws.putWorkflow('hr-daily');
    await (await Portal.start(aws, { discovered })).round();
    const filtered = await Portal.start(aws, {
      discovered,
      filters: { names: ['sales-*'], tags: [{ key: 'stage' }] },
    });
    await filtered.round();
    expect(filtered.titles()).toEqual(['sales-daily']);
  });

  it('shows what crawlers and jobs read and write, and keeps that where it cannot be read', async () => {
    await aws.putWorkflow('covid-hiring');
    await aws.putLineage('covid-hiring');
    const portal = await Portal.start(aws, { discovered });
    await portal.round();
    const all = [
      'covid',
      'covid.cases',
      'lake',
      'landing',
      's3://lake/hiring/',
      's3://landing/cases/',
    ];
    expect(portal.titles('Resource')).toEqual(all);
    const relations = Object.fromEntries(
      portal
        .entities('Resource')
        .map(({ metadata, spec }) => [metadata.title, spec]),
    );
    const ref = `component:default/covid-hiring-${ONE}-us-east-1`;
    expect(relations['s3://landing/cases/']?.dependencyOf).toEqual([ref]);
    expect(relations['s3://lake/hiring/']?.dependsOn).toContain(ref);
    expect(relations['covid.cases']?.dependsOn).toContain(ref);

    aws.refuse(/ GetTables$/, 'AccessDeniedException');
    await aws.putWorkflow('flight-delays');
    await portal.round();
    expect(portal.titles('Resource')).toEqual(all);
    expect(portal.titles()).toEqual(['covid-hiring', 'flight-delays']);
    expect(portal.errors).toEqual([]);
    expect(portal.warnings).toEqual([
      expect.stringMatching(/stays as it was: glue:GetTables in account 1{12}/),
    ]);
  });

  it('names entities of names that no entity may have', async () => {
    await aws.putWorkflow('Covid Hiring (daily)');
    const portal = await Portal.start(aws, { discovered });
    await portal.round();
    const [{ metadata }] = portal.entities();
    expect(metadata.title).toBe('Covid Hiring (daily)');
    expect(metadata.name).toMatch(
      /^covid-hiring-daily-[0-9a-f]{8}-111111111111-us-east-1$/,
    );
    expect(metadata.annotations).toMatchObject({
      'aws.amazon.com/glue-workflow-arn': arnOf('Covid Hiring (daily)'),
    });
  });

  it('says of a workflow that no annotation can hold why it is left out', async () => {
    await aws.putWorkflow('covid,hiring');
    const portal = await Portal.start(aws, { discovered });
    await portal.round();
    expect(portal.titles()).toEqual([]);
    expect(portal.warnings).toEqual([
      expect.stringContaining('its name contains a comma'),
    ]);
  });

  it('waits where AWS throttles', async () => {
    await aws.putWorkflow('covid-hiring');
    aws.refuse(/ ListWorkflows$/, 'ThrottlingException', 2);
    aws.refuse(/ GetTags$/, 'ThrottlingException', 2);
    const portal = await Portal.start(aws, { discovered });
    await portal.round();
    expect(portal.errors).toEqual([]);
    expect(portal.titles()).toEqual(['covid-hiring']);
  });

  it('asks for a region of its own', async () => {
    await aws.putWorkflow('covid-hiring');
    const portal = await Portal.start(aws, { discovered, region: 'eu-west-1' });
    await portal.round();
    expect(portal.entities()[0].metadata.name).toBe(
      `covid-hiring-${ONE}-eu-west-1`,
    );
  });

  it('reads 300 workflows in 12 batches', async () => {
    for (let index = 0; index < 300; index += 1) {
      await aws.putWorkflow(`workflow-${index}`);
    }
    const portal = await Portal.start(aws, { discovered });
    await portal.round();
    expect(new Set(portal.titles()).size).toBe(300);
    const count = (operation: string) =>
      aws.calls.filter(call => call === `${ONE} ${operation}`).length;
    expect(count('BatchGetWorkflows')).toBe(12);
    expect(count('GetTags')).toBe(300);
  });
});
