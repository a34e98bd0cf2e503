/**
 * What the known causes say, by their ids; `{{name}}` stands for what a message tells.
 *
 * @public
 */
export const causeTexts = {
  /** What happened, in one sentence. Where a message may tell less, there is one more without it. */
  titles: {
    'role-not-assumable': "AWS Glue may not take the job's role.",
    'lake-formation': 'Lake Formation does not let the job use {{what}}.',
    'lake-formation-catalog':
      'Lake Formation does not let the job use a table or database of the catalog.',
    'access-denied': 'AWS denied the job access.',
    'access-denied-place': 'AWS denied the job access on {{place}}.',
    'access-denied-call': 'AWS denied the job {{call}}.',
    'access-denied-call-place': 'AWS denied the job {{call}} on {{place}}.',
    'credentials-expired': 'The credentials of the job expired while it ran.',
    secret: 'The secret with the password does not exist.',
    'secret-refused': 'The database refused the password of {{user}}.',
    'database-permission': 'The database user of the job may not use {{what}}.',
    quality: 'The result does not meet the rule {{rule}}: {{found}}.',
    pipeline: '{{field}}: {{problem}}.',
    'source-changed': 'The file {{file}} changed while it was read.',
    'source-rewritten':
      'The file {{file}} was rewritten after its rows were appended.',
    'missing-column': 'There is no column {{column}}.',
    'schema-changed': 'The columns have changed.',
    'schema-changed-columns': 'The columns have changed: {{columns}}.',
    'schema-changed-file':
      'The file {{file}} has another type for {{column}} than the table.',
    'table-not-found': 'There is no table {{table}}.',
    'source-missing': 'What the job reads is not there.',
    'source-missing-path': 'What the job reads is not there: {{path}}.',
    'source-empty': 'There is nothing to read, or no row is left of it.',
    'value-invalid': 'A value is not of the type that it is taken for.',
    'value-invalid-zero': 'A number is divided by zero.',
    'value-invalid-overflow': 'A number became too large for its type.',
    'malformed-records':
      'A file is broken, or not of the format that it is read as.',
    bookmark: 'Two runs of the job updated its bookmark at once.',
    'no-endpoint': 'From {{subnet}} the job cannot reach S3.',
    'security-group':
      "The connection's security groups keep the job's workers from each other.",
    'no-address': 'The subnet has no address left for the job.',
    certificate: 'The job does not trust the certificate of the server.',
    unreachable: 'The job cannot reach a server.',
    'unreachable-server': 'The job cannot reach {{server}}.',
    'driver-result-too-large':
      'The job brought more rows to its driver than fit there.',
    'no-space': 'The disk of a worker is full.',
    'out-of-memory': 'The job ran out of memory.',
    'shuffle-lost':
      'A worker was lost while others still needed its part of a join or a grouping.',
    'concurrent-runs':
      'The job, or the workflow, already runs as often as it may at once.',
    capacity: 'The account already uses all the DPUs that its quota allows.',
    'resource-unavailable': 'AWS had no capacity for the job at that moment.',
    throttled:
      'AWS refused a call because there were too many in a short time.',
    'time-out': 'The job ran longer than its time-out allows.',
    'script-not-found': 'The script {{script}} cannot be read.',
    'module-not-found': 'The job has no Python module {{module}}.',
    'argument-missing':
      'The job was started without an argument that its script needs.',
    'argument-missing-named': 'The job was started without {{argument}}.',
    'class-not-found': 'Spark has no {{name}}.',
    syntax: 'The script or its SQL cannot be read: {{problem}}.',
    'load-errors': 'Redshift could not load a value.',
    'load-errors-table': 'Redshift could not load a value into {{table}}.',
    'value-too-long': 'A text is longer than its column can hold.',
    'value-too-long-type':
      'A text is longer than its column can hold ({{type}}).',
    serializable:
      'Another transaction changed the same table at the same time.',
    'commit-conflict': 'Another writer changed the table first.',
    'commit-conflict-table': 'Another writer changed {{table}} first.',
    'warehouse-paused': 'The warehouse is paused or not available.',
    'foreign-table': 'The table {{table}} belongs to somebody else.',
  },
  /** What to do, in one or a few sentences. */
  remedies: {
    'role-not-assumable':
      'Let the role trust glue.amazonaws.com, and give whoever deploys the job iam:PassRole for it.',
    'lake-formation':
      "Grant the job's role the permission in Lake Formation (SELECT and DESCRIBE to read, INSERT and ALTER to write), beside those that IAM gives it.",
    'access-denied':
      "Allow it in the policy of the job's role. A resource of another account or a KMS key must allow the role, too; a policy of the organization or of a VPC endpoint can also deny.",
    'access-denied-action':
      "Allow {{call}} in the policy of the job's role. A resource of another account or a KMS key must allow the role, too; a policy of the organization or of a VPC endpoint can also deny.",
    'credentials-expired':
      'Make clients anew in long loops instead of keeping one, or cut the run into shorter ones.',
    secret:
      'The secret was rotated, renamed or deleted: check the name in the connection or the job arguments, and that rotation changes the database as well.',
    'database-permission':
      'Grant it the right in the warehouse, or let it own {{what}}.',
    quality:
      'Nothing was loaded, and the table keeps its rows. Correct the sources, or the rule in pipeline.yaml, and start a run again.',
    pipeline:
      'Correct pipeline.yaml or the files, and start a run again. The table keeps its rows.',
    'pipeline-advice':
      '{{advice}}. Correct pipeline.yaml or the files, and start a run again. The table keeps its rows.',
    'source-changed':
      'Start a run again: it reads the file as it is now. If this happens often, let copy: true of the source in pipeline.yaml copy the files first. The table keeps its rows.',
    'source-rewritten':
      'Nobody can tell the rows that it had before from others. Put the old content back and new rows into a file of their own, or set warehouse.load.mode: merge. The table keeps its rows.',
    'missing-column':
      'A source lost or renamed it, or the script misspells it: compare with the columns that the error lists, and with the table in the catalog.',
    'schema-changed':
      'Decide which is right: correct what writes the file, or change the table, by a crawl, a migration or a rename. Files of both kinds cannot be read together.',
    'table-not-found':
      'Crawl or create it first, or correct its name or database. With Lake Formation a table that the role may not see is missing, too.',
    'source-missing':
      'Check that it was delivered, and the bucket and path. If it comes later than the run starts, start by event or later.',
    'source-empty':
      'Check that the source was delivered and the conditions of filters and joins. With job bookmarks on, files that an earlier run has read are left out.',
    'value-invalid':
      'Correct the source or the expression, or allow for such values: try_cast, try_divide, nullif, a wider type.',
    'malformed-records':
      'Look at the file that the error or the log names; deliver it again, or correct the format, delimiter, quotes or encoding of the source.',
    bookmark:
      'Let only one run at a time use bookmarks (MaxConcurrentRuns 1), start the run again, and compare rows: files may have been read twice.',
    'no-endpoint':
      "Give the subnet's VPC a gateway endpoint for S3 in the subnet's route table, or a route to a NAT gateway.",
    'security-group':
      'Give one of them a rule that allows all ports from itself (inbound), and to itself (outbound).',
    'no-address':
      'Use a larger subnet or fewer workers: each worker takes one address.',
    certificate:
      "Give the connection the certificate of the server's authority (JDBC_ENFORCE_SSL, CUSTOM_JDBC_CERT), or use a server with a public one.",
    unreachable:
      "Refused: nothing listens there, so check host and port. Timed out: the way is closed, so check the connection's subnet, its routes or VPC endpoints, and that the server's security group lets the job's in.",
    'driver-result-too-large':
      'Do not collect rows in the script (collect, toPandas, show of many rows): write them instead. What has to be collected needs a higher spark.driver.maxResultSize.',
    'no-space':
      'Use more workers or larger ones (G.2X and up have more disk), read less by filtering partitions, or let Glue keep shuffles in S3 (--write-shuffle-files-to-s3).',
    'out-of-memory':
      'Use a larger worker type, read and join less at once, and look for one key or one file that is much larger than the others.',
    'shuffle-lost':
      'Mostly it ran out of memory or disk: use larger workers or more of them. Start the run again; if it repeats, look for one key that most rows share.',
    'concurrent-runs':
      'Wait for the other run to end, or raise MaxConcurrentRuns of the job. With job queuing on, Glue waits by itself.',
    capacity:
      'Run fewer jobs at once, use fewer workers, or ask AWS for a higher quota of concurrent DPUs. With job queuing on, Glue waits by itself.',
    'resource-unavailable':
      'Start the run again later. If it repeats, use another worker type, fewer workers or another Availability Zone, and check that the subnet has free addresses.',
    throttled:
      'Start the run again. If it repeats, write fewer and larger files, use fewer workers, or move start times of pipelines apart.',
    'time-out':
      'Compare the duration and the rows with runs before it. If it is right that it takes longer, raise the time-out (compute.timeoutMinutes in pipeline.yaml) or use more workers.',
    'script-not-found':
      "Deploy the pipeline again so that the script is there, and let the job's role read it (s3:GetObject).",
    'module-not-found':
      'Add it by --additional-python-modules (from PyPI) or --extra-py-files (your own, from S3). From a private subnet PyPI cannot be reached: bring a wheel in S3.',
    'argument-missing':
      "Set it in the job's default arguments, in the trigger's action, or as a run property that the script reads.",
    'class-not-found':
      'Turn its format on by --datalake-formats (delta, iceberg, hudi), or bring its library by --extra-jars.',
    syntax: 'Correct it; the line is in the error.',
    'load-errors':
      'Ask the warehouse for the file, line and column: SELECT * FROM sys_load_error_detail ORDER BY start_time DESC LIMIT 10. Then correct the value, or the type of the column.',
    'value-too-long':
      'Make the column longer (at most VARCHAR(65535), counted in bytes), or shorten the text before it is loaded.',
    serializable:
      'Start the run again. If it repeats, let the writers run one after the other, or use snapshot isolation for the database.',
    'commit-conflict':
      'Start the run again: nothing of this write is in the table. If it repeats, let writers run one after the other, or write to different partitions.',
    'warehouse-paused':
      'Resume it, wait until it is available, and start the run again.',
    'foreign-table':
      'Give warehouse.table or warehouse.schema another name, or have the owner of the table hand it over; the error has the statement.',
  },
} as const;

export type CauseTitle = keyof typeof causeTexts.titles;
export type CauseRemedy = keyof typeof causeTexts.remedies;

const PLACEHOLDER = /\{\{(\w+)\}\}/g;

/** A text with what belongs into it. */
export function filledIn(
  text: string,
  values: Readonly<Record<string, string>>,
): string {
  return text.replace(PLACEHOLDER, (_, name) => values[name] ?? '');
}

/** A text of which nobody knows what belongs into it. */
export function unnamed(text: string): string {
  return text.replace(PLACEHOLDER, '…');
}
