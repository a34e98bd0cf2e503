import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateWarehouse } from '@glue-pipelines/backstage-plugin-scaffolder-backend-module';
import {
  parsePipeline,
  parseSharedWarehouse,
  type PipelineInput,
  toYaml,
  WAREHOUSE_API_VERSION,
} from '@glue-pipelines/pipeline';
import type { Endpoint } from './Endpoint';
import { lines } from './InputCase';
import { placeFiles } from './placeFiles';
import { countTypes, judgeQuotas } from './quotas';
import { synthesize } from './synthesize';
import type { Verdict } from './tryCase';

const ABOUT = {
  description: 'Shares a warehouse',
  owner: 'group:default/data-engineering',
};

/** A pipeline's name, the schema of its table, the row of its file, and what starts it. */
const PIPELINES: [
  name: string,
  schema: string,
  id: string,
  start?: PipelineInput['start'],
][] = [
  ['sharing-one', 'one', '1', { onNewFiles: { sources: ['rows'] } }],
  ['sharing-two', 'two', '2'],
  ['sharing-taken', 'one', '3', { after: 'sharing-one' }],
];

const TABLES = `SELECT table_schema, table_name FROM information_schema.tables
  WHERE table_name = 'result' ORDER BY table_schema`;

/**
 * Deploys one warehouse and three pipelines that share it. Two have schemas of
 * their own and run at once, one of them because its file comes; the third wants
 * the table of the first, after whose run it starts.
 */
export async function trySharing(
  endpoint: Endpoint,
  bucket: string,
  work: string,
): Promise<Verdict[]> {
  const { cdkOut } = await generateWarehouse({
    warehouse: parseSharedWarehouse({
      apiVersion: WAREHOUSE_API_VERSION,
      name: 'shared-house',
      ...ABOUT,
    }),
    directory: join(work, 'shared-house'),
    region: 'us-east-1',
    accountId: '000000000000',
    log: () => {},
  });
  await endpoint.deploy(cdkOut);
  const apps = await Promise.all(
    PIPELINES.map(async ([name, schema, id, start]) => {
      await placeFiles(join(bucket, name), { 'a.csv': lines('id', id) });
      const file = join(work, `${name}.yaml`);
      const pipeline = parsePipeline({
        apiVersion: 'glue-pipelines.io/v2',
        name,
        ...ABOUT,
        sources: [
          {
            name: 'rows',
            uri: `s3://inputs/${name}/`,
            format: 'csv',
            columns: [{ name: 'id', type: 'bigint' }],
          },
        ],
        warehouse: { shared: 'shared-house', schema, table: 'result' },
        ...(start && { start }),
        compute: {
          executionClass: 'FLEX',
          sparkConf: {
            'spark.sql.shuffle.partitions': '4',
            'spark.sql.autoBroadcastJoinThreshold': '-1',
          },
        },
        defaultRunProperties: { region: 'EU' },
      });
      writeFileSync(file, toYaml(pipeline));
      return { file, outdir: join(work, `${name}.out`) };
    }),
  );
  await synthesize(apps);
  for (const { outdir } of apps) {
    await endpoint.deploy(outdir);
  }
  const [one, two, taken] = PIPELINES.map(([name]) => name);
  await endpoint.sendEvents('inputs');
  await endpoint.put(`inputs/${one}/a.csv`, lines('id', '1'));
  const failures = await Promise.all([
    endpoint.endOfFirst(one),
    endpoint.run(two),
  ]);
  const refusal = await endpoint.endOfFirst(taken);
  const rows = await Promise.all(
    ['one', 'two'].map(schema =>
      endpoint.query('shared-house', `SELECT id FROM ${schema}.result`),
    ),
  );
  const tables = await endpoint.query('shared-house', TABLES);
  const found = JSON.stringify({ failures, rows, tables });
  const expected = JSON.stringify({
    failures: [undefined, undefined],
    rows: [[['1']], [['2']]],
    tables: [
      ['one', 'result'],
      ['two', 'result'],
    ],
  });
  const [, alone] = apps;
  return [
    judgeQuotas(
      '100 pipelines that share a warehouse',
      countTypes([{ cdkOut }, { cdkOut: alone!.outdir, times: 100 }]),
    ),
    found === expected
      ? { kind: 'right', detail: '' }
      : { kind: 'wrong', detail: `${found} instead of ${expected}` },
    /one\.result exists and belongs to the pipeline sharing-one/.test(
      refusal ?? '',
    )
      ? { kind: 'refused', detail: refusal! }
      : { kind: 'wrong', detail: `the table of another one: ${refusal}` },
  ];
}
