import { renderProperties, sparkProperties } from './sparkProperties';

const session = {
  bucketRoot: '/data/s3',
  buckets: ['covid-hiring-data', 'dots.in.name'],
  workDir: '/data/jobs/jr_1/work',
  master: 'local[*]',
  jvmOptions: ['-Xlog:disable', '-Dfile=/with blank/log4j2.properties'],
  memory: { driverHeap: 1024, pythonWorker: 256 },
  jars: [],
  jarsFirst: [],
  executorEnvironment: {
    PYTHONPATH: '/package/python',
    HOME: '/data/jobs/jr_1/work',
  },
  settings: {},
};

describe('sparkProperties', () => {
  it.each([
    [
      'spark.hadoop.fs.s3.impl',
      'org.apache.hadoop.fs.viewfs.ViewFileSystemOverloadScheme',
    ],
    [
      'spark.hadoop.fs.s3a.impl',
      'org.apache.hadoop.fs.viewfs.ViewFileSystemOverloadScheme',
    ],
    [
      'spark.hadoop.fs.s3n.impl',
      'org.apache.hadoop.fs.viewfs.ViewFileSystemOverloadScheme',
    ],
    [
      'spark.hadoop.fs.viewfs.overload.scheme.target.s3.impl',
      'org.apache.hadoop.fs.RawLocalFileSystem',
    ],
    [
      'spark.hadoop.fs.viewfs.mounttable.covid-hiring-data.linkFallback',
      'file:///data/s3/covid-hiring-data',
    ],
    [
      'spark.hadoop.fs.viewfs.mounttable.dots.in.name.linkFallback',
      'file:///data/s3/dots.in.name',
    ],
    ['spark.driver.memory', '1024m'],
    ['spark.python.worker.memory', '256m'],
    ['spark.ui.enabled', 'false'],
    [
      'spark.driver.extraJavaOptions',
      '-Xlog:disable "-Dfile=/with blank/log4j2.properties"',
    ],
  ])('sets %s', (key, value) => {
    expect(sparkProperties(session)[key]).toBe(value);
  });

  it('lets the job override settings but not where its objects are', () => {
    const properties = sparkProperties({
      ...session,
      settings: {
        'spark.driver.memory': '2g',
        'spark.driver.extraJavaOptions': '-Dx=y',
        'spark.hadoop.fs.s3.impl': 'org.example.Other',
      },
    });
    expect(properties['spark.driver.memory']).toBe('2g');
    expect(properties['spark.driver.extraJavaOptions']).toMatch(
      /^-Xlog:disable .* -Dx=y$/,
    );
    expect(properties['spark.hadoop.fs.s3.impl']).toContain('ViewFileSystem');
  });

  it.each([
    ['local[*]', '127.0.0.1', undefined],
    ['spark://127.0.0.1:7077', '127.0.0.1', '/package/python'],
    ['spark://10.0.0.1:7077', undefined, '/package/python'],
  ])('reaches the executors of %s', (master, bindAddress, pythonPath) => {
    const properties = sparkProperties({ ...session, master });
    expect(properties['spark.driver.bindAddress']).toBe(bindAddress);
    expect(properties['spark.executorEnv.PYTHONPATH']).toBe(pythonPath);
    expect(properties).not.toHaveProperty(['spark.executorEnv.HOME']);
  });

  it('adds jars, the first ones before those of Spark', () => {
    const properties = sparkProperties({
      ...session,
      jars: ['/a.jar', '/b.jar'],
      jarsFirst: ['/a.jar'],
      settings: { 'spark.jars': '/c.jar' },
    });
    expect(properties['spark.jars']).toBe('/a.jar,/b.jar,/c.jar');
    expect(properties['spark.driver.extraClassPath']).toBe('/a.jar');
    expect(sparkProperties(session)).not.toHaveProperty(['spark.jars']);
  });
});

it('escapes what java.util.Properties would read otherwise', () => {
  expect(
    renderProperties({ 'spark.a b': 'C:\\temp=x', 'spark.c': ' two\nlines' }),
  ).toBe('spark.a\\ b=C:\\\\temp=x\nspark.c=\\ two\\nlines\n');
});
