import { Crawler, Job, Table } from '@aws-sdk/client-glue';
import { deriveLineage } from './deriveLineage';
import { DataPlace } from './Lineage';

const folder = (bucket: string, path: string): DataPlace => ({
  kind: 'folder',
  bucket,
  path,
});
const table = (name: string): DataPlace => ({
  kind: 'table',
  database: 'covid',
  table: name,
});

describe('what crawlers read and write', () => {
  it.each<[string, Crawler, Table[], DataPlace[], DataPlace[]]>([
    [
      'folders and buckets',
      {
        Name: 'crawl',
        Targets: {
          S3Targets: [{ Path: 's3://landing/cases/' }, { Path: 's3://raw' }],
        },
      },
      [],
      [{ kind: 'bucket', bucket: 'raw' }, folder('landing', 'cases')],
      [],
    ],
    [
      'tables of the lake formats',
      {
        Name: 'crawl',
        Targets: {
          DeltaTargets: [{ DeltaTables: ['s3://lake/delta/'] }],
          IcebergTargets: [{ Paths: ['s3://lake/iceberg'] }],
          HudiTargets: [{ Paths: ['s3://lake/hudi'] }],
        },
      },
      [],
      [
        folder('lake', 'delta'),
        folder('lake', 'hudi'),
        folder('lake', 'iceberg'),
      ],
      [],
    ],
    [
      'the tables that the crawler made, not those of others',
      { Name: 'crawl', DatabaseName: 'covid' },
      [
        {
          Name: 'cases',
          DatabaseName: 'covid',
          Parameters: { UPDATED_BY_CRAWLER: 'crawl' },
        },
        {
          Name: 'hiring',
          DatabaseName: 'covid',
          Parameters: { UPDATED_BY_CRAWLER: 'other' },
        },
        {
          Name: 'cases',
          DatabaseName: 'elsewhere',
          Parameters: { UPDATED_BY_CRAWLER: 'crawl' },
        },
        { Name: 'manual', DatabaseName: 'covid' },
      ],
      [],
      [table('cases')],
    ],
    [
      'the database of a crawler that has not made a table yet',
      { Name: 'crawl', DatabaseName: 'covid' },
      [],
      [],
      [{ kind: 'database', database: 'covid' }],
    ],
    [
      'tables that are a target',
      {
        Name: 'crawl',
        Targets: {
          CatalogTargets: [
            { DatabaseName: 'covid', Tables: ['cases', 'hiring'] },
          ],
        },
      },
      [],
      [],
      [table('cases'), table('hiring')],
    ],
    [
      'no path that is not of S3',
      {
        Name: 'crawl',
        Targets: { S3Targets: [{ Path: 'landing/cases' }, {}] },
      },
      [],
      [],
      [],
    ],
  ])('%s', (_, crawler, tables, reads, writes) => {
    expect(deriveLineage({ crawlers: [crawler], jobs: [], tables })).toEqual({
      reads,
      writes,
    });
  });
});

describe('what the arguments of jobs say', () => {
  it.each<[string, string, Partial<Record<'reads' | 'writes', DataPlace>>]>([
    ['--SOURCE_PATH', 's3://landing/a', { reads: folder('landing', 'a') }],
    ['--sourcePath', 's3a://landing/a/', { reads: folder('landing', 'a') }],
    [
      '--input',
      's3://landing',
      { reads: { kind: 'bucket', bucket: 'landing' } },
    ],
    ['--output-path', 's3://lake/b', { writes: folder('lake', 'b') }],
    ['--target_dir', 's3n://lake/b/c', { writes: folder('lake', 'b/c') }],
    ['--path', 's3://lake/b', {}],
    ['--TempDir', 's3://temporary/x', {}],
    ['--extra-py-files', 's3://code/modules.zip', {}],
    ['--resource', 's3://code/x', {}],
    ['--source', 'orders', {}],
    ['--source', 's3://{bucket}/orders', {}],
    [
      '--DATA_BUCKET',
      'covid-data',
      { writes: { kind: 'bucket', bucket: 'covid-data' } },
    ],
    [
      '--REDSHIFT_WORKGROUP',
      'covid',
      { writes: { kind: 'workgroup', workgroup: 'covid' } },
    ],
  ])('%s %s', (argument, value, { reads, writes }) => {
    const job: Job = { Name: 'load', DefaultArguments: { [argument]: value } };
    expect(deriveLineage({ crawlers: [], jobs: [job], tables: [] })).toEqual({
      reads: reads ? [reads] : [],
      writes: writes ? [writes] : [],
    });
  });

  it('takes what a workflow writes and then reads for its own', () => {
    const jobs: Job[] = [
      { DefaultArguments: { '--TARGET': 's3://lake/a' } },
      {
        DefaultArguments: {
          '--SOURCE': 's3://lake/a',
          '--input': 's3://inbox/b',
        },
      },
      { DefaultArguments: { '--SOURCE': 's3://inbox/b/' } },
    ];
    expect(deriveLineage({ crawlers: [], jobs, tables: [] })).toEqual({
      reads: [folder('inbox', 'b')],
      writes: [folder('lake', 'a')],
    });
  });
});
