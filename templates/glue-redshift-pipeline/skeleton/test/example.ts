import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { parse } from 'yaml';
import { addPipeline } from '../lib/addPipeline';
import { type Environment, NO_ENVIRONMENT } from '../lib/environments';
import { pipelineIn } from '../lib/pipelineIn';
import { missingScripts } from '../lib/scripts';
import { smallest } from './smallest';

export { smallest };

/** A pipeline that uses every part. */
export const largest = {
  ...smallest,
  name: 'order-months',
  tags: ['sales'],
  sources: [
    { ...smallest.sources[0], copy: true },
    {
      name: 'customers',
      uri: 's3://shop/customers.csv',
      format: 'csv',
      copy: true,
      csv: { header: true, delimiter: ';' },
      columns: [
        { name: 'id', type: 'bigint' },
        { name: 'country', type: 'string' },
      ],
    },
    {
      name: 'countries',
      uri: 's3://geo/countries.parquet',
      format: 'parquet',
      columns: [
        { name: 'code', type: 'string' },
        { name: 'continent', type: 'string' },
      ],
    },
    {
      name: 'rates',
      uri: 's3://geo/rates.parquet',
      format: 'parquet',
      columns: [{ name: 'code', type: 'string' }],
    },
  ],
  transform: [
    {
      kind: 'join',
      source: 'customers',
      keys: [{ left: 'customer_id', right: 'id' }],
    },
    {
      kind: 'join',
      source: 'countries',
      type: 'left',
      keys: [{ left: 'country', right: 'code' }],
    },
    { kind: 'filter', condition: "state <> 'cancelled'" },
    { kind: 'dropIncomplete', columns: ['total'] },
    { kind: 'deduplicate', columns: ['order_id'] },
    {
      kind: 'aggregate',
      groupBy: [
        { column: 'country' },
        { expression: "date_format(day, 'yyyy-MM')", as: 'month' },
      ],
      measures: [
        { function: 'count', as: 'orders' },
        { function: 'sum', column: 'total', as: 'revenue' },
      ],
    },
    { kind: 'select', columns: ['country', 'month', 'orders', 'revenue'] },
    {
      kind: 'script',
      function: 'rate',
      sources: ['rates'],
      columns: [
        { name: 'country', type: 'string' },
        { name: 'month', type: 'string' },
        { name: 'orders', type: 'bigint' },
        { name: 'revenue', type: 'decimal', precision: 18, scale: 2 },
        { name: 'rate', type: 'double' },
      ],
    },
  ],
  quality: [
    { kind: 'rowCount', min: 1 },
    { kind: 'rowCountChange', percent: 50, onFailure: 'warn' },
    { kind: 'unique', columns: ['country', 'month'] },
    {
      kind: 'range',
      column: 'revenue',
      min: '0',
      onFailure: 'quarantine',
    },
  ],
  output: { partitionBy: ['month'] },
  catalog: { tables: 'crawled', crawler: { onDelete: 'deprecate' } },
  warehouse: { database: 'sales', schema: 'marts', table: 'order_months' },
  start: { cron: 'cron(0 6 * * ? *)' },
  defaultRunProperties: { region: 'EU' },
  promises: {
    by: { time: '07:00', timezone: 'Europe/Berlin' },
    freshHours: 26,
    longestMinutes: 45,
  },
  alerts: {
    emails: ['sales-data@example.com'],
    slackSecret: 'slack/sales-data',
    dpuHours: 20,
  },
  compute: {
    workerType: 'G.2X',
    workers: 5,
    autoScaling: false,
    executionClass: 'FLEX',
    maxRetries: 1,
    sparkConf: {
      'spark.sql.shuffle.partitions': '64',
      'spark.sql.autoBroadcastJoinThreshold': '-1',
    },
  },
};

/** The smallest pipeline on DuckDB. */
export const onDuckDb = { ...smallest, compute: { engine: 'auto' } };

/** The smallest pipeline, with another warehouse than its own. */
const into = (warehouse: object) => ({
  ...smallest,
  warehouse: { ...smallest.warehouse, ...warehouse },
});

const existing = {
  copyRole: 'arn:aws:iam::123456789012:role/redshift-copy',
  adminSecret:
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:admin-a1B2c3',
};

export const intoShared = into({ shared: 'analytics', schema: 'sales' });
export const intoWorkgroup = into({
  existing: {
    ...existing,
    workgroup: 'old-house',
    workgroupArn:
      'arn:aws:redshift-serverless:eu-west-1:123456789012:workgroup/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
  },
});
export const intoCluster = into({
  existing: { ...existing, cluster: 'old-house' },
});
export const inNetwork = into({
  network: {
    subnets: ['subnet-0a1b2c3d', 'subnet-0a1b2c3e', 'subnet-0a1b2c3f'],
    securityGroups: ['sg-0a1b2c3d'],
  },
});

const scratch = mkdtempSync(join(tmpdir(), 'pipeline-test-'));
process.on('exit', () => rmSync(scratch, { recursive: true }));

const jobs = join(scratch, 'jobs');
mkdirSync(join(jobs, 'modules'), { recursive: true });
for (const script of [
  'prepare',
  'transform',
  'transform_duckdb',
  'load',
  'modules/sources',
]) {
  writeFileSync(join(jobs, `${script}.py`), `# ${script}\n`);
}

/** The pipelines that every test of the templates runs for: the repository's own among them. */
export const pipelines: Record<string, unknown> = {
  'one source': smallest,
  'every part': largest,
  DuckDB: onDuckDb,
  ...Object.fromEntries(
    (process.env.PIPELINE_FILES ?? 'pipeline.yaml')
      .split(',')
      .map(file => [file, parse(readFileSync(file, 'utf8'))]),
  ),
};

/** Synthesizes a pipeline, cdk-nag included, and gives both templates. */
export function synthesize(
  input: unknown,
  context: Record<string, unknown> = {},
  environment: Environment = NO_ENVIRONMENT,
) {
  const outdir = mkdtempSync(join(scratch, 'cdk.out-'));
  const app = new App({ outdir, context, analyticsReporting: false });
  const pipeline = pipelineIn(environment, input);
  for (const { file, content } of missingScripts(pipeline, jobs)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const stacks = addPipeline(app, {
    pipeline,
    jobsDirectory: jobs,
    environment,
  });
  const assembly = app.synth();
  const template = (stack: Stack) => {
    const { template: content } = assembly.getStackArtifact(stack.artifactId);
    return {
      content: JSON.stringify(content),
      template: Template.fromJSON(content),
    };
  };
  return {
    pipeline,
    assembly,
    workflow: template(stacks.workflow),
    /** Only of a pipeline with alerts. */
    get monitoring() {
      assert(stacks.monitoring, `${pipeline.name} has no alerts`);
      return template(stacks.monitoring);
    },
    /** Only of a pipeline that brings a warehouse of its own. */
    get warehouse() {
      assert(stacks.warehouse, `${pipeline.name} brings no warehouse`);
      return template(stacks.warehouse);
    },
  };
}

/** The properties of all resources of a type. */
export const propertiesOf = (
  template: Template,
  type: string,
): Record<string, any>[] =>
  Object.values(template.findResources(type)).map(
    ({ Properties }) => Properties,
  );
