import {
  costWords,
  dataContract,
  dataQualityRuleset,
  qualityWords,
  scriptFiles,
  engineWords,
  estimateCost,
  pipelineDiagram,
  stepWords,
  syntheticSample,
  toYaml,
  type Pipeline,
  type PipelineDraft,
  warehouseOf,
  whyCopied,
} from '@glue-pipelines/pipeline';
import fs from 'fs-extra';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { copyAssets, findAssets } from './assets';
import { catalogInfoYaml } from './catalogInfo';
import { codeOwners } from './codeOwners';
import { Markup, renderDataFiles, type RepositoryValues } from './renderText';
import { warehouseArn, workflowArn } from './resourceArns';
import { runbook } from './runbook';
import {
  writeRepository,
  type GeneratedRepository,
  type RepositoryOptions,
} from './writeRepository';

/** @public */
export interface GenerateRepositoryOptions extends RepositoryOptions {
  /** Whole, unless it is not synthesized. */
  pipeline: PipelineDraft;
  /** Rows of each source that the repository has. Default: synthetic. */
  sample?: 'synthetic' | 'none';
  /** Of the repository, as the scaffolder has it. Absent where it goes to no host. */
  repoUrl?: string;
  /** Where the portal is, to which alarms link. Absent where nobody reaches it from elsewhere. */
  portalUrl?: string;
  /** Default: the template that comes with this package. */
  skeletonDir?: string;
  /** Default: the jobs that come with this package. */
  etlScriptsDir?: string;
}

function warehouseWords(pipeline: PipelineDraft): string {
  const { kind, name } = warehouseOf(pipeline);
  const { shared, existing } = pipeline.warehouse;
  if (shared) {
    return `the shared warehouse ${name}`;
  }
  return existing
    ? `the ${kind} ${name}, which others made`
    : `a workgroup of its own, ${name}`;
}

function rulesInWords(pipeline: PipelineDraft) {
  const rules = qualityWords(pipeline.quality);
  const { unsaid } = dataQualityRuleset(pipeline);
  return {
    rules: rules.length > 0 ? rules : ['Nothing: every result is loaded'],
    rulesOfJobs:
      unsaid.length > 0 ? unsaid.map(index => rules[index]) : ['None'],
  };
}

/** Where a source lies, for people; of a table that nobody has looked up, as in a dry run, its name. */
const placeOf = ({ uri, table, jdbc }: PipelineDraft['sources'][number]) =>
  uri ??
  (jdbc
    ? `${jdbc.table ?? 'a query'} by the connection ${jdbc.connection}`
    : `${table?.database}.${table?.name}`);

function copyWords({ sources }: PipelineDraft): string[] {
  const copied = sources.flatMap(source => {
    const why = whyCopied(source);
    return why === undefined ? [] : [`${source.name}: ${why}`];
  });
  return copied.length > 0 ? copied : ['None: all are read where they lie'];
}

function repositoryValues({
  pipeline,
  region,
  accountId,
}: GenerateRepositoryOptions): RepositoryValues {
  const { name, description, owner, tags, sources, transform, start } =
    pipeline;
  const { database, schema, table, shared } = pipeline.warehouse;
  const warehouse = warehouseOf(pipeline);
  return {
    name,
    description,
    owner,
    tags,
    region,
    accountId,
    database,
    schema,
    table,
    ...(shared ? { shared } : {}),
    ...(start?.after ? { after: start.after } : {}),
    warehouse,
    warehouseWords: warehouseWords(pipeline),
    warehouseArn: warehouseArn({ accountId, region }, warehouse),
    sources: sources.map(source => ({
      name: source.name,
      uri: placeOf(source),
      format: source.format,
    })),
    engineWords: engineWords(pipeline),
    copies: copyWords(pipeline),
    steps:
      transform.length > 0
        ? stepWords(transform)
        : ['Nothing: the rows stay as they are'],
    ...rulesInWords(pipeline),
    picture: new Markup(pipelineDiagram(pipeline)),
    costs: costWords(estimateCost(pipeline)),
    workflowArn: workflowArn({ accountId, region }, name),
  };
}

/** A draft may lack columns, and has no sample then. */
const isWhole = (pipeline: PipelineDraft): pipeline is Pipeline =>
  pipeline.sources.every(({ columns }) => columns !== undefined);

function sampleFiles({
  pipeline,
  sample = 'synthetic',
}: GenerateRepositoryOptions): Record<string, string> {
  return sample === 'synthetic' && isWhole(pipeline)
    ? syntheticSample(pipeline)
    : {};
}

/** What follows from the pipeline, as `npm run contract` of the repository writes it. */
const contractFiles = (pipeline: PipelineDraft): Record<string, string> =>
  isWhole(pipeline)
    ? {
        'data-contract.yaml': stringify(dataContract(pipeline), {
          lineWidth: 0,
        }),
      }
    : {};

/**
 * Writes the repository of a pipeline: a CDK app, its jobs with their tests,
 * `pipeline.yaml` and `catalog-info.yaml`; then proves that the app
 * synthesizes and that cdk-nag finds nothing in it.
 *
 * @throws Error where the folder is not empty or the app fails its checks; the
 * folder is then left as empty as it was
 *
 * @public
 */
export async function generateRepository(
  options: GenerateRepositoryOptions,
): Promise<GeneratedRepository> {
  const { pipeline, directory } = options;
  const { skeletonDir, etlScriptsDir } = {
    ...findAssets(),
    ...definedAssets(options),
  };
  const values = repositoryValues(options);
  const owners = codeOwners(pipeline.owner, options.repoUrl);
  return await writeRepository({
    ...options,
    what: 'a pipeline',
    name: pipeline.name,
    async write() {
      await copyAssets(skeletonDir, directory);
      await copyAssets(etlScriptsDir, join(directory, 'jobs'));
      await renderDataFiles(directory, { ...values });
      return {
        ...scriptFiles(pipeline),
        ...sampleFiles(options),
        ...contractFiles(pipeline),
        ...(owners && { CODEOWNERS: owners }),
        'docs/runbook.md': runbook(),
        'pipeline.yaml': toYaml(pipeline),
        'catalog-info.yaml': catalogInfoYaml(values),
        'cdk.json': await cdkJson(directory, options.portalUrl),
      };
    },
  });
}

/** The settings of the CDK, with the portal's address in their context. */
async function cdkJson(directory: string, portalUrl?: string): Promise<string> {
  const settings = await fs.readJson(join(directory, 'cdk.json'));
  const context = { ...settings.context, ...(portalUrl && { portalUrl }) };
  return `${JSON.stringify({ ...settings, context }, null, 2)}\n`;
}

function definedAssets({
  skeletonDir,
  etlScriptsDir,
}: GenerateRepositoryOptions) {
  return {
    ...(skeletonDir ? { skeletonDir } : {}),
    ...(etlScriptsDir ? { etlScriptsDir } : {}),
  };
}
