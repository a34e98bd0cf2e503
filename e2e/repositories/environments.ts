import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  parsePipeline,
  type PipelineInput,
  toYaml,
} from '@glue-pipelines/pipeline';
import {
  countTypes,
  judgeQuotas,
  type Resource,
  resourcesOf,
} from '../inputs/quotas';
import { synthesize } from '../inputs/synthesize';

const PIPELINES = 20;

/** One account, as a small company has it. */
const ACCOUNT = { account: '123456789012', region: 'eu-west-1' };
const ENVIRONMENTS = {
  dev: { ...ACCOUNT, prefix: 'dev-anna-', starts: false },
  staging: { ...ACCOUNT, prefix: 'staging-' },
  prod: { ...ACCOUNT, data: 'retain' },
};

/** What makes pipelines different as far as their resources go; each third has one. */
const KINDS: Partial<PipelineInput>[] = [
  { catalog: { tables: 'crawled' } },
  {
    start: { cron: 'cron(0 6 * * ? *)' },
    alerts: { emails: ['data@example.com'] },
    quality: [{ kind: 'rowCount', min: 1 }],
  },
  { start: { onNewFiles: { sources: ['rows'] } }, compute: { engine: 'auto' } },
];

const pipelineOf = (index: number) =>
  parsePipeline({
    apiVersion: 'glue-pipelines.io/v2',
    name: `pipeline-${index}`,
    description: 'One of many',
    owner: 'group:default/data-engineering',
    sources: [
      {
        name: 'rows',
        uri: `s3://inputs/${index}/`,
        format: 'csv',
        copy: index % KINDS.length === 0,
        columns: [{ name: 'id', type: 'bigint' }],
      },
    ],
    warehouse: { shared: 'house', schema: `schema_${index}`, table: 'result' },
    ...KINDS[index % KINDS.length],
  });

/** An inline policy is named within its role. */
const NAMED_WITHIN = 'AWS::IAM::Policy';

/** The name that a template fixes for a resource, with its type; nothing where CloudFormation chooses one. */
function fixedName({ Type, Properties = {} }: Resource): string[] {
  if (Type === NAMED_WITHIN) {
    return [];
  }
  const own = `${Type.split('::').at(-1)}Name`;
  const nested = ['DatabaseInput', 'CsvClassifier'].map(
    key => (Properties[key] as { Name?: unknown } | undefined)?.Name,
  );
  return [Properties.Name, Properties[own], ...nested].flatMap(name =>
    typeof name === 'string' ? [`${Type} ${name}`] : [],
  );
}

/**
 * Synthesizes twenty pipelines for three environments of one account.
 *
 * @throws Error where a name is there twice, or they do not fit into the account
 */
export async function tryEnvironments(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'environments-'));
  try {
    const apps = Array.from({ length: PIPELINES }, (_, index) => {
      const pipeline = pipelineOf(index);
      const file = join(work, `${pipeline.name}.yaml`);
      writeFileSync(file, toYaml(pipeline));
      return Object.entries(ENVIRONMENTS).map(([name, environment]) => ({
        file,
        environment,
        outdir: join(work, `${pipeline.name}.${name}.out`),
      }));
    }).flat();
    await synthesize(apps);
    const names = apps.flatMap(({ outdir }) =>
      resourcesOf(outdir).flatMap(([stack, resources]) => [
        `stack ${stack}`,
        ...resources.flatMap(fixedName),
      ]),
    );
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    console.log(`${names.length} names of ${apps.length} apps`);
    if (twice.length > 0) {
      throw new Error(
        `Names that are there twice: ${twice.slice(0, 5).join(', ')}`,
      );
    }
    const { kind, detail } = judgeQuotas(
      `${PIPELINES} pipelines in ${Object.keys(ENVIRONMENTS).length} environments of an account`,
      countTypes(apps.map(({ outdir }) => ({ cdkOut: outdir }))),
    );
    if (kind === 'wrong') {
      throw new Error(detail);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
