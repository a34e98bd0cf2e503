import { jobEnvironment, JobEnvironmentOptions } from './jobEnvironment';

const options: JobEnvironmentOptions = {
  runtime: {
    python: '/env/bin/python',
    javaHome: '/java',
    pysparkVersion: '3.5.6',
    pysparkFolder: '/env/lib/pyspark',
  },
  path: '/usr/bin',
  workDir: '/data/jobs/jr_1/work',
  resultFile: '/data/jobs/jr_1/result.json',
  pythonPath: ['/package/python', '/data/jobs/jr_1/work/shared.zip'],
  endpoint: 'http://127.0.0.1:4566',
  region: 'us-east-1',
  dataCatalog: false,
  loopback: true,
};

describe('jobEnvironment', () => {
  it('points boto3 to the server and away from real credentials', () => {
    expect(jobEnvironment(options)).toEqual({
      PATH: '/env/bin:/java/bin:/usr/bin',
      HOME: '/data/jobs/jr_1/work',
      TMPDIR: '/data/jobs/jr_1/work/tmp',
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      PYTHONPATH: '/package/python:/data/jobs/jr_1/work/shared.zip',
      PYTHONUNBUFFERED: '1',
      LOCAL_GLUE_RESULT: '/data/jobs/jr_1/result.json',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    });
  });

  it('gives Spark its properties, quoted', () => {
    expect(
      jobEnvironment({
        ...options,
        propertiesFile: "/it's a/spark.properties",
      }),
    ).toMatchObject({
      JAVA_HOME: '/java',
      PYSPARK_SUBMIT_ARGS: `--properties-file '/it'"'"'s a/spark.properties' pyspark-shell`,
      SPARK_LOCAL_IP: '127.0.0.1',
    });
  });
});
