import {
  CAUSE_IDS,
  errorCategory,
  explainFailure,
  failedLine,
  knownCauses,
} from './explainFailure';
import { causeTexts } from './texts';

/** Messages as Glue, Spark, the SDKs, Redshift and the jobs of this product write them. */
const MESSAGES: [cause: string, message: string, says: RegExp][] = [
  [
    'out-of-memory',
    'An error occurred while calling o97.pyWriteDynamicFrame. Job aborted due to stage failure: Task 3 in stage 5.0 failed 4 times, most recent failure: Lost task 3.3 in stage 5.0 (TID 61, 172.35.10.4, executor 2): ExecutorLostFailure (executor 2 exited caused by one of the running tasks) Reason: Container killed by YARN for exceeding memory limits. 5.5 GB of 5.5 GB physical memory used.',
    /ran out of memory/,
  ],
  ['out-of-memory', 'Command failed with exit code 137', /memory/],
  [
    'argument-missing',
    'awsglue.utils.GlueArgumentError: the following arguments are missing',
    /an argument that its script needs/,
  ],
  [
    'lake-formation',
    'com.amazonaws.services.lakeformation.model.AccessDeniedException: Insufficient Lake Formation permission(s)',
    /a table or database of the catalog/,
  ],
  [
    'schema-changed',
    'HIVE_PARTITION_SCHEMA_MISMATCH: There is a mismatch between the table and partition schemas',
    /The columns have changed\. Decide/,
  ],
  [
    'value-invalid',
    '[ARITHMETIC_OVERFLOW] integer overflow. Use try_add to tolerate overflow',
    /too large for its type/,
  ],
  [
    'value-too-long',
    'String length exceeds DDL length',
    /than its column can hold\. Make/,
  ],
  [
    'out-of-memory',
    'Error Category: OUT_OF_MEMORY_ERROR; java.lang.OutOfMemoryError: Java heap space',
    /memory/,
  ],
  [
    'out-of-memory',
    'ExecutorLostFailure (executor 7 exited caused by one of the running tasks) Reason: Remote RPC client disassociated. Likely due to containers exceeding thresholds, or network issues. Check driver logs for WARN messages.',
    /memory/,
  ],
  [
    'driver-result-too-large',
    'An error occurred while calling o84.collectToPython. Job aborted due to stage failure: Total size of serialized results of 1041 tasks (1024.5 MiB) is bigger than spark.driver.maxResultSize (1024.0 MiB)',
    /driver/,
  ],
  [
    'no-space',
    'org.apache.spark.SparkException: Job aborted due to stage failure: Task 12 in stage 9.0 failed 4 times: java.io.IOException: No space left on device',
    /disk/,
  ],
  [
    'shuffle-lost',
    'org.apache.spark.shuffle.MetadataFetchFailedException: Missing an output location for shuffle 0 partition 12',
    /worker was lost/,
  ],
  [
    'concurrent-runs',
    'An error occurred (ConcurrentRunsExceededException) when calling the StartJobRun operation: Concurrent runs exceeded for orders-load',
    /already runs/,
  ],
  [
    'capacity',
    'Exceeded maximum concurrent compute capacity for your account',
    /DPUs/,
  ],
  [
    'resource-unavailable',
    'Resource unavailable: reached limits or insufficient capacity',
    /no capacity/,
  ],
  [
    'throttled',
    'An error occurred (ThrottlingException) when calling the GetPartitions operation (reached max retries: 4): Rate exceeded',
    /too many/,
  ],
  [
    'throttled',
    'com.amazonaws.services.s3.model.AmazonS3Exception: Please reduce your request rate. (Service: Amazon S3; Status Code: 503; Error Code: SlowDown; Request ID: 0123)',
    /too many/,
  ],
  [
    'role-not-assumable',
    'Role arn:aws:iam::123456789012:role/etl should be given assume role permissions for Glue Service',
    /may not take/,
  ],
  [
    'lake-formation',
    'An error occurred (AccessDeniedException) when calling the GetTable operation: Insufficient Lake Formation permission(s) on raw_orders',
    /use raw_orders/,
  ],
  [
    'access-denied',
    'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::123456789012:assumed-role/etl/GlueJobRunnerSession is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::lake/orders/a.csv" because no identity-based policy allows the s3:GetObject action',
    /denied the job s3:GetObject on arn:aws:s3:::lake\/orders\/a\.csv/,
  ],
  [
    'access-denied',
    'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
    /denied the job ListObjectsV2/,
  ],
  [
    'access-denied',
    'java.nio.file.AccessDeniedException: s3://lake/orders: getFileStatus on s3://lake/orders: Forbidden',
    /denied the job access on s3:\/\/lake\/orders/,
  ],
  [
    'access-denied',
    'AmazonS3Exception: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 0123; S3 Extended Request ID: abc)',
    /denied the job access/,
  ],
  [
    'credentials-expired',
    'An error occurred (ExpiredTokenException) when calling the PutObject operation: The security token included in the request is expired',
    /credentials/,
  ],
  [
    'secret',
    "An error occurred (ResourceNotFoundException) when calling the GetSecretValue operation: Secrets Manager can't find the specified secret.",
    /secret with the password does not exist/,
  ],
  [
    'secret',
    'com.amazon.redshift.util.RedshiftException: FATAL: password authentication failed for user "etl"',
    /refused the password of etl/,
  ],
  [
    'database-permission',
    'ERROR: permission denied for schema marts',
    /may not use marts/,
  ],
  [
    'no-endpoint',
    'JobRunFailed: VPC S3 endpoint validation failed for SubnetId: subnet-0a1b2c3d. VPC: vpc-0a1b2c3d. Reason: Could not find S3 endpoint or NAT gateway for subnetId: subnet-0a1b2c3d in Vpc vpc-0a1b2c3d',
    /From subnet-0a1b2c3d/,
  ],
  [
    'security-group',
    'At least one security group must open all ingress ports. To limit traffic, the source security group in your inbound rule can be restricted to the same security group',
    /security groups/,
  ],
  [
    'no-address',
    'The specified subnet does not have enough free addresses to satisfy the request.',
    /no address left/,
  ],
  [
    'certificate',
    'javax.net.ssl.SSLHandshakeException: sun.security.validator.ValidatorException: PKIX path building failed',
    /certificate/,
  ],
  [
    'unreachable',
    'java.sql.SQLException: [Amazon](500150) Error setting/closing connection: Connection timed out.',
    /cannot reach a server/,
  ],
  [
    'unreachable',
    'Connection to warehouse.example.internal:5439 refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections.',
    /cannot reach warehouse\.example\.internal:5439/,
  ],
  [
    'unreachable',
    'botocore.exceptions.ConnectTimeoutError: Connect timeout on endpoint URL: "https://secretsmanager.eu-west-1.amazonaws.com/"',
    /cannot reach/,
  ],
  [
    'script-not-found',
    'LAUNCH ERROR | Error downloading from S3 for bucket: etl-assets, key: scripts/load.py. Not Found (Service: Amazon S3; Status Code: 404)',
    /s3:\/\/etl-assets\/scripts\/load\.py/,
  ],
  [
    'module-not-found',
    "Error Category: IMPORT_ERROR; Failed Line Number: 3; ModuleNotFoundError: No module named 'awswrangler'",
    /no Python module awswrangler/,
  ],
  [
    'argument-missing',
    'awsglue.utils.GlueArgumentError: the following arguments are required: --DATA_BUCKET',
    /without --DATA_BUCKET/,
  ],
  [
    'class-not-found',
    'java.lang.ClassNotFoundException: Failed to find data source: iceberg. Please find packages at https://spark.apache.org/third-party-projects.html',
    /no iceberg/,
  ],
  [
    'syntax',
    "pyspark.errors.exceptions.captured.ParseException: [PARSE_SYNTAX_ERROR] Syntax error at or near 'FORM'.(line 1, pos 9)",
    /near 'FORM'/,
  ],
  [
    'quality',
    'QualityError: quality[1] (completeness of iso_code): 2 of 10 rows have no value, and 100 percent are to have one; quality[2] (one row (each)): 1 of 10 rows repeat others, and none is to; nothing is loaded and the table keeps its rows: correct the sources, or the rule in pipeline.yaml (f8b69b29d9d9.py, line 134)',
    /rule completeness of iso_code: 2 of 10 rows have no value, and 100 percent are to have one\. Nothing was loaded/,
  ],
  [
    'quality',
    'QualityError: quality[2] (one row (each)): 1 of 10 rows repeat others, and none is to; nothing is loaded',
    /rule one row \(each\): 1 of 10 rows/,
  ],
  [
    'pipeline',
    'PipelineError: quality: a number is divided by zero [DIVIDE_BY_ZERO]; correct the expression',
    /^quality: a number is divided by zero/,
  ],
  [
    'pipeline',
    'SourceError: sources[0]: s3://raw/orders.csv has no header (prepare.py, line 31)',
    /has no header\. Correct pipeline\.yaml/,
  ],
  [
    'pipeline',
    'PipelineError: transform[1].condition: no column state; the columns here are id, country',
    /^transform\[1\]\.condition: no column state\. The columns here are id, country\. Correct/,
  ],
  [
    'pipeline',
    'PipelineError: transform: a text is no value of the type that it is cast to [CAST_INVALID_INPUT]; correct the expression or the types of sources (f8b69b29d9d9.py, line 134)',
    /\[CAST_INVALID_INPUT\]\. Correct the expression or the types of sources\. Correct pipeline/,
  ],
  [
    'missing-column',
    'Error Category: QUERY_ERROR; Failed Line Number: 42; AnalysisException: [UNRESOLVED_COLUMN.WITH_SUGGESTION] A column or function parameter with name `state` cannot be resolved. Did you mean one of the following? [`status`, `id`].',
    /no column state/,
  ],
  [
    'missing-column',
    "AnalysisException: cannot resolve '`state`' given input columns: [id, status]",
    /no column state/,
  ],
  [
    'pipeline',
    "PipelineError: catalog.tables: the table shop.processed_orders cannot be declared: An error occurred (AlreadyExistsException) when calling the CreateTable operation; let the job's role change it, or set catalog.tables: crawled",
    /^catalog\.tables: the table shop\.processed_orders cannot be declared/,
  ],
  [
    'source-changed',
    'SourceError: s3://lake/in/a.csv: changed while it was read: start the pipeline again (transform.py, line 198)',
    /s3:\/\/lake\/in\/a\.csv changed while it was read/,
  ],
  [
    'source-rewritten',
    'SourceError: s3://lake/in/a.csv: was rewritten after its rows were appended, and they cannot be told from others any more: put new rows into a file of their own, or set warehouse.load.mode: merge',
    /s3:\/\/lake\/in\/a\.csv was rewritten/,
  ],
  [
    'schema-changed',
    'org.apache.spark.sql.execution.QueryExecutionException: Parquet column cannot be converted in file s3://lake/orders/part-1.parquet. Column: [total], Expected: bigint, Found: BINARY',
    /s3:\/\/lake\/orders\/part-1\.parquet has another type for total/,
  ],
  [
    'schema-changed',
    'LoadError: public.orders has other columns than the result and keeps its rows: day is new in the result. Take the change back',
    /day is new in the result/,
  ],
  [
    'table-not-found',
    '[TABLE_OR_VIEW_NOT_FOUND] The table or view `sales`.`orders` cannot be found. Verify the spelling and correctness of the schema and catalog.',
    /no table sales\.orders/,
  ],
  [
    'table-not-found',
    'ERROR: relation "mart.orders" does not exist',
    /mart\.orders/,
  ],
  [
    'source-missing',
    'pyspark.errors.exceptions.captured.AnalysisException: [PATH_NOT_FOUND] Path does not exist: s3://lake/orders/2026/.',
    /s3:\/\/lake\/orders\/2026\//,
  ],
  [
    'source-missing',
    'An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: The specified bucket does not exist',
    /not there/,
  ],
  [
    'source-empty',
    'AnalysisException: Unable to infer schema for Parquet. It must be specified manually.',
    /nothing to read/,
  ],
  [
    'value-invalid',
    '[CAST_INVALID_INPUT] The value \'x\' of the type "STRING" cannot be cast to "BIGINT" because it is malformed.',
    /not of the type/,
  ],
  [
    'value-invalid',
    '[DIVIDE_BY_ZERO] Division by zero. Use `try_divide` to tolerate divisor being 0 and return NULL instead.',
    /divided by zero/,
  ],
  [
    'malformed-records',
    's3://lake/orders/a.parquet is not a Parquet file. Expected magic number at tail, but found [0, 1, 2, 3]',
    /broken/,
  ],
  [
    'bookmark',
    'com.amazonaws.services.gluejobexecutor.model.VersionMismatchException: Continuation update failed due to version mismatch. Expected version 2 but found version 1',
    /bookmark/,
  ],
  [
    'load-errors',
    "ERROR: Load into table 'orders' failed.  Check 'stl_load_errors' system table for details.",
    /into orders/,
  ],
  [
    'load-errors',
    "ERROR: Spectrum Scan Error. File 'https://s3.eu-west-1.amazonaws.com/lake/part-0.parquet has an incompatible Parquet schema for column 's3://lake/part-0.total'",
    /could not load a value/,
  ],
  [
    'value-too-long',
    'ERROR: value too long for type character varying(16)',
    /character varying\(16\)/,
  ],
  [
    'serializable',
    'ERROR: 1023 DETAIL: Serializable isolation violation on table - 100042, transactions forming the cycle are: 4321, 4322 (pid:12345)',
    /Another transaction/,
  ],
  [
    'commit-conflict',
    'org.apache.iceberg.exceptions.CommitFailedException: Cannot commit glue_catalog.sales.orders because Glue detected concurrent update',
    /changed glue_catalog\.sales\.orders first/,
  ],
  [
    'commit-conflict',
    'io.delta.exceptions.ConcurrentAppendException: Files were added to the root of the table by a concurrent update. Please try the operation again.',
    /changed the table first/,
  ],
  [
    'warehouse-paused',
    'An error occurred (ValidationException) when calling the ExecuteStatement operation: Redshift cluster analytics is paused',
    /paused/,
  ],
  [
    'foreign-table',
    'LoadError: public.orders exists and was not made by this pipeline: it keeps its rows.',
    /public\.orders belongs to somebody else/,
  ],
];

describe('explainFailure', () => {
  it.each(MESSAGES)('%s: %s', (id, message, says) => {
    const cause = explainFailure(message);
    expect(cause?.id).toBe(id);
    expect(`${cause?.title} ${cause?.remedy}`).toMatch(says);
    expect(cause?.title).toMatch(/^[A-Z\w].*[^.]$|\.$/);
    expect(`${cause?.title} ${cause?.remedy}`).not.toMatch(
      /undefined|null\b|\{\{/,
    );
  });

  it('has a message for every cause', () => {
    const shown = new Set([...MESSAGES.map(([id]) => id), 'time-out']);
    expect([...shown].sort()).toEqual([...new Set(CAUSE_IDS)].sort());
    expect(CAUSE_IDS.length).toBeGreaterThan(30);
    expect(new Set(CAUSE_IDS).size).toBe(CAUSE_IDS.length);
  });

  it('says by which texts, and with what in them, for other languages', () => {
    const { text } = explainFailure(
      "ModuleNotFoundError: No module named 'tensorflow'",
    )!;
    expect(text).toEqual({
      title: 'module-not-found',
      remedy: 'module-not-found',
      values: { module: 'tensorflow' },
    });
    const texts = MESSAGES.map(([, message]) => explainFailure(message)?.text);
    texts.push(explainFailure(undefined, 'TIMEOUT')?.text);
    const said = (kind: 'title' | 'remedy') =>
      new Set(texts.map(each => each?.[kind]));
    expect([...said('title')].sort()).toEqual(
      Object.keys(causeTexts.titles).sort(),
    );
    expect([...said('remedy')].sort()).toEqual(
      Object.keys(causeTexts.remedies).sort(),
    );
  });

  it('knows a time-out by the state, whatever the message says', () =>
    expect(explainFailure(undefined, 'TIMEOUT')?.id).toBe('time-out'));

  it.each([
    undefined,
    '',
    'Command failed with exit code 1',
    'ValueError: the total of the day is negative',
    'Internal Service Exception',
  ])('does not recognise %j', message =>
    expect(explainFailure(message, 'FAILED')).toBeUndefined(),
  );

  it('reads a long log in no time worth speaking of', () => {
    const long = 'at org.apache.spark.scheduler.Task.run(Task.scala:141)\n'
      .repeat(20_000)
      .concat('S3 cluster Connect to a:1 Load into table ');
    const from = performance.now();
    expect(explainFailure(long)).toBeUndefined();
    expect(performance.now() - from).toBeLessThan(1_000);
  });
});

describe('failedLine', () => {
  it.each([
    [
      'Error Category: QUERY_ERROR; Failed Line Number: 42; AnalysisException: x',
      42,
    ],
    ['AnalysisException: x', undefined],
    [undefined, undefined],
  ])('of %j is %s', (message, line) => expect(failedLine(message)).toBe(line));
});

describe('errorCategory', () => {
  it.each([
    [
      'Error Category: OUT_OF_MEMORY_ERROR; Failed Line Number: 15; java.lang.OutOfMemoryError: Java heap space',
      'OUT_OF_MEMORY_ERROR',
    ],
    ["KeyError: 'price' (job.py, line 2)", undefined],
    [undefined, undefined],
  ])('%p: %p', (message, category) =>
    expect(errorCategory(message)).toBe(category),
  );
});

describe('knownCauses', () => {
  it('says of each in general words what happened and what to do', () => {
    const causes = knownCauses();
    const ids = causes.map(({ id }) => id);
    // What the jobs say of a pipeline has no other words.
    expect(CAUSE_IDS.filter(id => !ids.includes(id))).toEqual(['pipeline']);
    for (const { title, remedy } of causes) {
      expect(title).toMatch(/^[A-Z].*\.$/);
      expect(`${title} ${remedy}`).not.toMatch(/undefined|NaN/);
    }
    expect(causes).toContainEqual(
      expect.objectContaining({
        id: 'foreign-table',
        title: 'The table … belongs to somebody else.',
      }),
    );
  });
});
