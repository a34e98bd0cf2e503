import { s3Problem } from './s3Problem';
import { SourceError } from './SourceError';

const failure = (name: string, httpStatusCode?: number, code?: string) =>
  Object.assign(new Error('said S3'), {
    name,
    $metadata: { httpStatusCode },
    ...(code ? { code } : {}),
  });

describe('s3Problem', () => {
  it.each([
    [failure('NoSuchBucket', 404), 'there is no bucket "data"'],
    [failure('NoSuchKey', 404), 'there is no object s3://data/a.csv'],
    [
      failure('AccessDenied', 403),
      'may not read s3://data/a.csv: let the owner of the bucket "data" allow s3:ListBucket and s3:GetObject',
    ],
    [failure('PermanentRedirect', 301), 'lies in another region'],
    [
      failure('Error', undefined, 'ECONNREFUSED'),
      'S3 cannot be reached to read s3://data/a.csv (ECONNREFUSED): check gluePipelines.aws.endpoint',
    ],
    [
      failure('SlowDown', 503),
      's3://data/a.csv cannot be read: SlowDown: said S3',
    ],
  ])('%s', (error, expected) => {
    const problem = s3Problem(error, 's3://data/a.csv');
    expect(problem).toBeInstanceOf(SourceError);
    expect(problem.message).toContain(expected);
  });

  it('leaves what is already said as it is', () => {
    const error = new SourceError('is empty');
    expect(s3Problem(error, 's3://data/a.csv')).toBe(error);
  });
});
