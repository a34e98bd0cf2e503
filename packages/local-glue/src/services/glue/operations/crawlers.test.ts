import { createCrawler } from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

describe('crawlers', () => {
  let glue: TestGlue;

  beforeEach(async () => {
    glue = new TestGlue();
    await glue.call('CreateDatabase', {
      DatabaseInput: { Name: 'covid_hiring' },
    });
  });

  afterEach(() => glue.dispose());

  const get = async (Name = 'c') => {
    const { Crawler } = await glue.call('GetCrawler', { Name });
    return Crawler;
  };

  describe('on a schedule', () => {
    const schedule = 'cron(0 6 * * ? *)';
    const named = { CrawlerName: 'c' };

    it('can be paused, resumed, changed and freed from it', async () => {
      await createCrawler(glue, 'c', { Schedule: schedule });
      const state = async () => (await get()).Schedule;
      expect(await state()).toEqual({
        ScheduleExpression: schedule,
        State: 'SCHEDULED',
      });
      await glue.call('StopCrawlerSchedule', named);
      expect((await state()).State).toBe('NOT_SCHEDULED');
      await glue.call('StartCrawlerSchedule', named);
      expect((await state()).State).toBe('SCHEDULED');
      const Schedule = 'cron(15 12 * * ? *)';
      await glue.call('UpdateCrawlerSchedule', { ...named, Schedule });
      expect(await state()).toEqual({
        ScheduleExpression: Schedule,
        State: 'SCHEDULED',
      });
      await glue.call('UpdateCrawlerSchedule', { ...named, Schedule: '' });
      expect(await state()).toBeUndefined();
    });

    it.each([
      ['StartCrawlerSchedule', {}, 'NoScheduleException'],
      [
        'StartCrawlerSchedule',
        { Schedule: schedule },
        'SchedulerRunningException',
      ],
      ['StopCrawlerSchedule', {}, 'SchedulerNotRunningException'],
    ])('%s of a crawler with %j: %s', async (operation, members, code) => {
      await createCrawler(glue, 'c', members);
      await expect(glue.call(operation, named)).rejects.toMatchObject({ code });
    });

    it('StopCrawlerSchedule is refused the second time', async () => {
      await createCrawler(glue, 'c', { Schedule: schedule });
      await glue.call('StopCrawlerSchedule', named);
      await expect(
        glue.call('StopCrawlerSchedule', named),
      ).rejects.toMatchObject({ code: 'SchedulerNotRunningException' });
    });

    it.each([
      'StartCrawlerSchedule',
      'StopCrawlerSchedule',
      'UpdateCrawlerSchedule',
    ])('%s needs a crawler that exists', async operation => {
      await expect(glue.call(operation, named)).rejects.toMatchObject({
        code: 'EntityNotFoundException',
      });
    });

    it('UpdateCrawlerSchedule refuses what is none', async () => {
      await createCrawler(glue, 'c');
      await expect(
        glue.call('UpdateCrawlerSchedule', { ...named, Schedule: 'daily' }),
      ).rejects.toMatchObject({ code: 'InvalidInputException' });
    });
  });

  it('count their versions and keep what an update does not name', async () => {
    await createCrawler(glue, 'c', {
      SchemaChangePolicy: { DeleteBehavior: 'LOG' },
    });
    await glue.call('UpdateCrawler', {
      Name: 'c',
      SchemaChangePolicy: { UpdateBehavior: 'LOG' },
      Description: 'new',
    });
    expect(await get()).toMatchObject({
      Version: 2,
      Description: 'new',
      TablePrefix: 'c_',
      SchemaChangePolicy: { UpdateBehavior: 'LOG', DeleteBehavior: 'LOG' },
    });
  });

  it('are listed by tags and got in batches', async () => {
    await createCrawler(glue, 'a', { Tags: { team: 'x' } });
    await createCrawler(glue, 'b', { Tags: { team: 'y' } });
    const { CrawlerNames } = await glue.call('ListCrawlers', {
      Tags: { team: 'y' },
    });
    expect(CrawlerNames).toEqual(['b']);
    const batch = await glue.call('BatchGetCrawlers', {
      CrawlerNames: ['b', 'z', 'a'],
    });
    expect(batch.Crawlers.map((each: any) => each.Name)).toEqual(['b', 'a']);
    expect(batch.CrawlersNotFound).toEqual(['z']);
  });

  describe('ListCrawls', () => {
    beforeEach(async () => {
      await createCrawler(glue, 'c');
      for (let count = 0; count < 21; count++) {
        await glue.call('StartCrawler', { Name: 'c' });
        await (count % 2
          ? glue.crawls.find('c')
          : glue.crawls.fail('c', 'broken'));
      }
    });

    const list = (members: object = {}) =>
      glue.call('ListCrawls', { CrawlerName: 'c', ...members });

    it('has 20 crawls a page unless told otherwise', async () => {
      const first = await list();
      expect(first.Crawls).toHaveLength(20);
      const second = await list({ NextToken: first.NextToken });
      expect(second.Crawls).toHaveLength(1);
      expect(second.NextToken).toBeUndefined();
      expect((await list({ MaxResults: 100 })).Crawls).toHaveLength(21);
    });

    it('pages through what a filter leaves', async () => {
      const Filters = [
        { FieldName: 'STATE', FilterOperator: 'EQ', FieldValue: 'FAILED' },
      ];
      const states: string[] = [];
      let NextToken: string | undefined;
      do {
        const page = await list({ Filters, MaxResults: 4, NextToken });
        states.push(...page.Crawls.map((each: any) => each.State));
        NextToken = page.NextToken;
      } while (NextToken);
      expect(states).toEqual(Array(11).fill('FAILED'));
    });
  });
});
