import { whyCopied } from './copies';
import { csvDefaults } from './pipelineFields';
import { parsePipeline } from './parsePipeline';
import { joinedPipeline } from './testing/pipelines';

const csv = {
  uri: 's3://lake/in/',
  format: 'csv' as const,
  csv: csvDefaults,
  copy: false,
};
const encoded = (encoding: 'UTF-8' | 'UTF-16') => ({
  ...csv,
  csv: { ...csvDefaults, encoding },
});

describe('whyCopied', () => {
  it.each([
    ['texts of UTF-8', csv, /^read in place$/],
    ['texts of another encoding', encoded('UTF-16'), /written in UTF-16/],
    ['what is asked for', { ...csv, copy: true }, /pipeline\.yaml says so/],
    [
      'a folder that is hidden',
      { ...csv, uri: 's3://lake/_in/' },
      /^read in place$/,
    ],
    [
      'a file that is hidden',
      { ...csv, uri: 's3://lake/in/_a.csv' },
      /_a\.csv/,
    ],
    ['a dotted file', { ...csv, uri: 's3://lake/.a.csv' }, /hidden/],
    ['gzip', { ...csv, uri: 's3://lake/a.csv.gz' }, /^read in place$/],
    ['gzip in capitals', { ...csv, uri: 's3://lake/a.csv.GZ' }, /\.GZ/],
    [
      'Parquet, whose encoding is its own',
      { ...encoded('UTF-16'), format: 'parquet' as const },
      /^read in place$/,
    ],
  ])('tells of %s', (_, source, expected) => {
    expect(whyCopied(source) ?? 'read in place').toMatch(expected);
  });

  it('decides whatever the pipeline says', () => {
    const pipeline: any = joinedPipeline();
    Object.assign(pipeline.sources[0], {
      format: 'csv',
      csv: { encoding: 'windows-1252' },
      copy: false,
    });
    expect(parsePipeline(pipeline).sources.map(({ copy }) => copy)).toEqual([
      true,
      false,
    ]);
  });
});
