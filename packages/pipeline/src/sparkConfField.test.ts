import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sparkConfField } from './sparkConfField';

const problemOf = (settings: unknown) =>
  sparkConfField
    .safeParse(settings)
    .error?.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    ) ?? [];

describe('sparkConf', () => {
  it('takes what makes a job faster', () =>
    expect(
      problemOf({
        'spark.sql.shuffle.partitions': '64',
        'spark.sql.autoBroadcastJoinThreshold': '-1',
        'spark.sql.files.maxPartitionBytes': '64m',
      }),
    ).toEqual([]));

  it.each<[object, string]>([
    [{ 'sql.shuffle.partitions': '64' }, 'is no name of a setting of Spark'],
    [{ 'spark.sql.shuffle.partitions': 64 }, 'must be text: write the value'],
    [{ 'spark.sql.x': 'a --conf spark.master=local' }, 'must be 1 to 256'],
    [{ 'spark.sql.x': '' }, 'must be 1 to 256'],
    [{ 'spark.sql.legacy.x': 'true' }, 'decides which rows are right'],
    [{ 'spark.executor.memory': '10g' }, 'is what Glue makes of'],
    [{ 'spark.hadoop.fs.s3.impl': 'x' }, 'is set by Glue itself'],
    [
      Object.fromEntries(
        Array.from({ length: 33 }, (_, index) => [`spark.sql.x${index}`, '1']),
      ),
      'has more than 32 settings',
    ],
  ])('refuses %j', (settings, message) =>
    expect(problemOf(settings)).toEqual([expect.stringContaining(message)]),
  );

  it('refuses all that the transform job sets itself', () => {
    const job = readFileSync(
      join(__dirname, '../../../etl-scripts/transform.py'),
      'utf8',
    );
    const [, body] = /^SPARK_CONF[^{]*\{([^}]*)\}/m.exec(job)!;
    const names = [...body.matchAll(/^ {4}"(spark\.[^"]+)":/gm)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(5);
    expect(
      names.filter(
        name =>
          !/is set by the transform job/.test(problemOf({ [name]: 'x' })[0]),
      ),
    ).toEqual([]);
  });
});
