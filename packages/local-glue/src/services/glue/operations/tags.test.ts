import {
  action,
  createCovidHiring,
  createCrawler,
  createJob,
} from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

const START = {
  Name: 'second',
  Type: 'ON_DEMAND',
  Actions: [action('job:load')],
};

describe('resources with tags', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    glue = new TestGlue();
    await createCovidHiring(glue);
  });

  afterEach(() => glue.dispose());

  const get = async (operation: string, input: object, member: string) =>
    (await glue.call(operation, input))[member];

  const arn = (resource: string) =>
    `arn:aws:glue:us-east-1:000000000000:${resource}`;

  it('are found by them', async () => {
    const Tags = { team: 'data' };
    await createJob(glue, 'tagged', { Tags });
    await createCrawler(glue, 'tagged', { Tags });
    await glue.call('CreateTrigger', { ...START, Tags });
    expect(await get('ListJobs', { Tags }, 'JobNames')).toEqual(['tagged']);
    expect(await get('ListCrawlers', { Tags }, 'CrawlerNames')).toEqual([
      'tagged',
    ]);
    expect(await get('ListTriggers', { Tags }, 'TriggerNames')).toEqual([
      'second',
    ]);
    const other = { Tags: { team: 'x' } };
    expect(await get('ListJobs', other, 'JobNames')).toEqual([]);
  });

  it.each([
    'workflow/covid-hiring',
    'job/load',
    'crawler/raw',
    'trigger/covid-hiring-load',
    'database/covid_hiring',
  ])('%s is tagged and untagged', async resource => {
    const ResourceArn = arn(resource);
    await glue.call('TagResource', {
      ResourceArn,
      TagsToAdd: { a: '1', b: '2' },
    });
    await glue.call('UntagResource', { ResourceArn, TagsToRemove: ['a'] });
    expect(await glue.call('GetTags', { ResourceArn })).toEqual({
      Tags: { b: '2' },
    });
  });

  it('may be connections', async () => {
    await glue.call('CreateConnection', {
      ConnectionInput: {
        Name: 'redshift',
        ConnectionType: 'NETWORK',
        ConnectionProperties: {},
      },
      Tags: { a: '1' },
    });
    const ResourceArn = arn('connection/redshift');
    const { Tags } = await glue.call('GetTags', { ResourceArn });
    expect(Tags).toEqual({ a: '1' });
  });

  it.each([
    ['TagResource', { TagsToAdd: { 'aws:team': '1' } }],
    ['TagResource', { TagsToAdd: { 'AWS:team': '1' } }],
    ['TagResource', { TagsToAdd: { team: 'aws:data' } }],
    ['UntagResource', { TagsToRemove: ['aws:team'] }],
  ])('%s of %j is refused', async (operation, input) => {
    await expect(
      glue.call(operation, { ResourceArn: arn('job/load'), ...input }),
    ).rejects.toMatchObject({
      code: 'InvalidInputException',
      message: expect.stringContaining('prefix aws: is reserved'),
    });
  });

  it('are not created with reserved ones', async () => {
    await expect(
      createJob(glue, 'new', { Tags: { 'aws:team': '1' } }),
    ).rejects.toMatchObject({ code: 'InvalidInputException' });
    expect(await get('ListJobs', {}, 'JobNames')).not.toContain('new');
  });

  it('are not tables', async () => {
    await expect(
      glue.call('GetTags', { ResourceArn: arn('table/covid_hiring/raw') }),
    ).rejects.toThrow('cannot have tags. Resources that can are workflow');
  });

  it('lose them when they are deleted', async () => {
    await createJob(glue, 'again', { Tags: { a: '1' } });
    await glue.call('DeleteJob', { JobName: 'again' });
    await createJob(glue, 'again');
    expect(
      await glue.call('GetTags', { ResourceArn: arn('job/again') }),
    ).toEqual({ Tags: {} });
  });

  it('have at most 50', async () => {
    const tags = (prefix: string) =>
      Object.fromEntries(
        Array.from({ length: 30 }, (_, i) => [`${prefix}${i}`, '']),
      );
    const ResourceArn = arn('job/load');
    await glue.call('TagResource', { ResourceArn, TagsToAdd: tags('a') });
    await expect(
      glue.call('TagResource', { ResourceArn, TagsToAdd: tags('b') }),
    ).rejects.toThrow('more than 50 tags');
    const { Tags } = await glue.call('GetTags', { ResourceArn });
    expect(Object.keys(Tags)).toHaveLength(30);
  });

  it.each(['job/x', 'catalog', 'blueprint/x', 'constructor/x'])(
    '%s is not found',
    async resource => {
      await expect(
        glue.call('GetTags', { ResourceArn: arn(resource) }),
      ).rejects.toMatchObject({ code: 'EntityNotFoundException' });
    },
  );
});
