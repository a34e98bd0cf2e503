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

  it.each([
    'job/x',
    'table/covid_hiring',
    'catalog',
    'blueprint/x',
    'constructor/x',
  ])('%s is not found', async resource => {
    await expect(
      glue.call('GetTags', { ResourceArn: arn(resource) }),
    ).rejects.toMatchObject({ code: 'EntityNotFoundException' });
  });
});
