import { WorkflowFacts } from '../discovery/Lineage';
import { toEntities } from './toEntities';

const PLACE = { accountId: '123456789012', region: 'eu-west-1' };
const ARN = 'arn:aws:glue:eu-west-1:123456789012:workflow/';
const OPTIONS = {
  defaultOwner: 'group:default/data-platform',
  ownerTag: 'owner',
  lifecycle: 'production',
  handWritten: () => [] as string[],
};

const workflow = (
  name: string,
  members: Partial<WorkflowFacts> = {},
): WorkflowFacts => ({
  arn: `${ARN}${name}`,
  tags: {},
  lineage: { reads: [], writes: [] },
  ...members,
});

const READS_AND_WRITES = {
  reads: [{ kind: 'folder', bucket: 'landing', path: 'cases' } as const],
  writes: [
    { kind: 'table', database: 'covid', table: 'cases' } as const,
    { kind: 'workgroup', workgroup: 'covid' } as const,
  ],
};

/** `type title` of each Resource with its owner and relations. */
const summary = (entities: ReturnType<typeof toEntities>) =>
  Object.fromEntries(
    entities
      .filter(({ kind }) => kind === 'Resource')
      .map(({ metadata, spec }) => {
        const { type, ...rest } = spec!;
        return [`${type} ${metadata.title}`, rest];
      }),
  );

describe('toEntities', () => {
  it('makes a component of a workflow', () => {
    expect(
      toEntities(
        PLACE,
        [workflow('covid-hiring', { description: 'Cases and jobs' })],
        OPTIONS,
      ),
    ).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'covid-hiring-123456789012-eu-west-1',
          title: 'covid-hiring',
          description: 'Cases and jobs',
          annotations: {
            'aws.amazon.com/glue-workflow-arn': `${ARN}covid-hiring`,
            'backstage.io/managed-by-location': `glue-pipelines-discovery:${ARN}covid-hiring`,
            'backstage.io/managed-by-origin-location': `glue-pipelines-discovery:${ARN}covid-hiring`,
          },
          links: [
            {
              title: 'AWS Glue console',
              icon: 'dashboard',
              url: expect.stringContaining('console.aws.amazon.com'),
            },
          ],
        },
        spec: {
          type: 'data-pipeline',
          lifecycle: 'production',
          owner: 'group:default/data-platform',
        },
      },
    ]);
  });

  it.each([
    [{ owner: 'sales' }, 'group:default/sales'],
    [{ owner: 'user:jo' }, 'user:default/jo'],
    [{ owner: 'the sales team' }, 'group:default/data-platform'],
    [{ team: 'sales' }, 'group:default/data-platform'],
  ])('with the tags %j it is owned by %s', (tags, owner) => {
    const [component] = toEntities(
      PLACE,
      [workflow('a', { tags: tags as Record<string, string> })],
      OPTIONS,
    );
    expect(component.spec?.owner).toBe(owner);
  });

  it('relates what the workflow reads and writes', () => {
    const component = 'component:default/a-123456789012-eu-west-1';
    expect(
      summary(
        toEntities(
          PLACE,
          [
            workflow('a', {
              tags: { owner: 'sales' },
              lineage: READS_AND_WRITES,
            }),
          ],
          OPTIONS,
        ),
      ),
    ).toEqual({
      's3-folder s3://landing/cases/': {
        owner: 'group:default/sales',
        dependsOn: ['resource:default/landing-s3-123456789012-eu-west-1'],
        dependencyOf: [component],
      },
      's3-bucket landing': { owner: 'group:default/data-platform' },
      'glue-table covid.cases': {
        owner: 'group:default/sales',
        dependsOn: [
          component,
          'resource:default/covid-glue-123456789012-eu-west-1',
        ],
      },
      'glue-database covid': { owner: 'group:default/data-platform' },
      'redshift-workgroup covid': {
        owner: 'group:default/sales',
        dependsOn: [component],
      },
    });
  });

  it('relates resources to entities written by hand, and makes no component then', () => {
    const entities = toEntities(
      PLACE,
      [workflow('a', { lineage: READS_AND_WRITES })],
      { ...OPTIONS, handWritten: () => ['component:default/by-hand'] },
    );
    expect(entities.map(({ kind }) => kind)).not.toContain('Component');
    expect(summary(entities)['s3-folder s3://landing/cases/']).toMatchObject({
      dependencyOf: ['component:default/by-hand'],
    });
  });

  it('makes one resource of what several workflows use, owned by the default unless they agree', () => {
    const use = (name: string, owner: string) =>
      workflow(name, {
        tags: { owner },
        lineage: { reads: READS_AND_WRITES.reads, writes: [] },
      });
    const shared = (...workflows: WorkflowFacts[]) =>
      summary(toEntities(PLACE, workflows, OPTIONS))[
        's3-folder s3://landing/cases/'
      ];
    expect(shared(use('a', 'sales'), use('b', 'sales'))).toMatchObject({
      owner: 'group:default/sales',
      dependencyOf: [
        'component:default/a-123456789012-eu-west-1',
        'component:default/b-123456789012-eu-west-1',
      ],
    });
    expect(shared(use('a', 'sales'), use('b', 'hr'))).toMatchObject({
      owner: 'group:default/data-platform',
    });
  });

  it('names workflows of one name apart by account and region', () => {
    const places = [
      PLACE,
      { ...PLACE, region: 'us-east-1' },
      { ...PLACE, accountId: '210987654321' },
    ];
    const names = places.map(({ accountId, region }) => {
      const arn = `arn:aws:glue:${region}:${accountId}:workflow/a`;
      const [{ metadata }] = toEntities(
        { accountId, region },
        [workflow('a', { arn })],
        OPTIONS,
      );
      return metadata.name;
    });
    expect(new Set(names).size).toBe(3);
  });
});
