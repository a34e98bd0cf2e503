import { crawledTable, createCrawler } from '../__testUtils__/pipeline';
import { TestGlue } from '../__testUtils__/TestGlue';

/** UpdateTable and the operations on TableVersion: AWS Glue API reference. */
describe('the versions of a table', () => {
  let glue: TestGlue;
  const TABLE = { DatabaseName: 'covid_hiring', TableName: 'orders' };

  beforeEach(async () => {
    glue = new TestGlue();
    await glue.call('CreateDatabase', {
      DatabaseInput: { Name: 'covid_hiring' },
    });
    await glue.call('CreateTable', {
      DatabaseName: 'covid_hiring',
      TableInput: { Name: 'orders', Description: 'version 0' },
    });
  });

  afterEach(() => glue.dispose());

  const update = (Description: string, members: object = {}) =>
    glue.call('UpdateTable', {
      DatabaseName: 'covid_hiring',
      TableInput: { Name: 'orders', Description },
      ...members,
    });

  const versions = async (TableName = 'orders') => {
    const answer = await glue.call('GetTableVersions', { ...TABLE, TableName });
    return answer.TableVersions.map((each: any) => each.VersionId);
  };

  it('are listed newest first, each with its definition', async () => {
    await update('version 1');
    await update('version 2');
    const { TableVersions } = await glue.call('GetTableVersions', TABLE);
    expect(
      TableVersions.map(({ VersionId, Table }: any) => [
        VersionId,
        Table.VersionId,
        Table.Description,
      ]),
    ).toEqual([
      ['2', '2', 'version 2'],
      ['1', '1', 'version 1'],
      ['0', '0', 'version 0'],
    ]);
  });

  it('are listed in pages that later updates do not disturb', async () => {
    for (let i = 1; i <= 3; i++) await update(`version ${i}`);
    const listed: string[] = [];
    let NextToken: string | undefined;
    do {
      const answer = await glue.call('GetTableVersions', {
        ...TABLE,
        MaxResults: 1,
        NextToken,
      });
      listed.push(...answer.TableVersions.map((each: any) => each.VersionId));
      NextToken = answer.NextToken;
      if (listed.length === 2) await update('version 4');
    } while (NextToken);
    expect(listed).toEqual(['3', '2', '1', '0']);
  });

  it('can be got one by one', async () => {
    await update('version 1');
    const get = async (VersionId?: string) => {
      const { TableVersion } = await glue.call('GetTableVersion', {
        ...TABLE,
        VersionId,
      });
      return [TableVersion.VersionId, TableVersion.Table.Description];
    };
    expect(await get('0')).toEqual(['0', 'version 0']);
    expect(await get('1')).toEqual(['1', 'version 1']);
    expect(await get()).toEqual(['1', 'version 1']);
  });

  it('are not kept with SkipArchive, but counted', async () => {
    await update('version 1', { SkipArchive: true });
    await update('version 2', { SkipArchive: false, Force: true });
    expect(await versions()).toEqual(['2', '1']);
  });

  it('guard against lost updates', async () => {
    await update('version 1', { VersionId: '0' });
    await expect(update('lost', { VersionId: '0' })).rejects.toMatchObject({
      code: 'ConcurrentModificationException',
      message: expect.stringContaining('at version 1, not 0'),
    });
    expect(await versions()).toEqual(['1', '0']);
  });

  it('can be deleted but for the current one', async () => {
    for (let i = 1; i <= 4; i++) await update(`version ${i}`);
    await glue.call('DeleteTableVersion', { ...TABLE, VersionId: '2' });
    const { Errors } = await glue.call('BatchDeleteTableVersion', {
      ...TABLE,
      VersionIds: ['0', '2', '4', 'x'],
    });
    expect(
      Errors.map((each: any) => [
        each.TableName,
        each.VersionId,
        each.ErrorDetail.ErrorCode,
      ]),
    ).toEqual([
      ['orders', '2', 'EntityNotFoundException'],
      ['orders', '4', 'InvalidInputException'],
      ['orders', 'x', 'InvalidInputException'],
    ]);
    expect(await versions()).toEqual(['4', '3', '1']);
    await update('version 5');
    expect(await versions()).toEqual(['5', '4', '3', '1']);
  });

  it('go with their table', async () => {
    await update('version 1');
    await glue.call('DeleteTable', {
      DatabaseName: 'covid_hiring',
      Name: 'orders',
    });
    await glue.call('CreateTable', {
      DatabaseName: 'covid_hiring',
      TableInput: { Name: 'orders' },
    });
    expect(await versions()).toEqual(['0']);
  });

  it('are made by crawls that change the table, and by no others', async () => {
    await createCrawler(glue, 'raw');
    const crawl = async (recordCount: string) => {
      await glue.call('StartCrawler', { Name: 'raw' });
      await glue.crawls.find('raw', [
        crawledTable('raw_cases', {
          parameters: { classification: 'parquet', recordCount },
        }),
      ]);
    };
    await crawl('3');
    await crawl('3');
    expect(await versions('raw_cases')).toEqual(['0']);
    await crawl('4');
    expect(await versions('raw_cases')).toEqual(['1', '0']);
    const { TableVersion } = await glue.call('GetTableVersion', {
      ...TABLE,
      TableName: 'raw_cases',
      VersionId: '0',
    });
    expect(TableVersion.Table.Parameters.recordCount).toBe('3');
  });

  it.each([
    ['GetTableVersions', { TableName: 'x' }, 'EntityNotFoundException'],
    ['GetTableVersions', { NextToken: '?' }, 'InvalidInputException'],
    ['GetTableVersion', { TableName: 'x' }, 'EntityNotFoundException'],
    ['GetTableVersion', { VersionId: '1' }, 'EntityNotFoundException'],
    ['GetTableVersion', { VersionId: '-1' }, 'InvalidInputException'],
    ['DeleteTableVersion', { VersionId: '0' }, 'InvalidInputException'],
    ['DeleteTableVersion', { VersionId: '1' }, 'EntityNotFoundException'],
    [
      'BatchDeleteTableVersion',
      { TableName: 'x', VersionIds: [] },
      'EntityNotFoundException',
    ],
  ])('%s of %j is %s', async (operation, input, code) => {
    await expect(
      glue.call(operation, { ...TABLE, ...input }),
    ).rejects.toMatchObject({ code });
  });
});
