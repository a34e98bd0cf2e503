import {
  stepWords,
  toYaml,
  type PipelineDraft,
  warehouseOf,
} from '@glue-pipelines/pipeline';
import fs from 'fs-extra';
import { join } from 'node:path';
import { copyAssets, findAssets } from './assets';
import { catalogInfoYaml } from './catalogInfo';
import { linkDependencies } from './linkDependencies';
import {
  renderText,
  writeJson,
  writeMarkdown,
  type RepositoryValues,
} from './renderText';
import { warehouseArn, workflowArn } from './resourceArns';
import { synthesize } from './synthesize';

export interface GenerateRepositoryOptions {
  /** Whole, unless it is not synthesized. */
  pipeline: PipelineDraft;
  /** Absolute path of an empty folder, or of one to be made. */
  directory: string;
  /** For example `eu-west-1`. */
  region: string;
  /** 12 digits. */
  accountId: string;
  /** Where the repository will lie; its CI is that host's. Default: github. */
  host?: 'local' | 'github' | 'gitlab';
  /** Receives one line per step. */
  log: (message: string) => void;
  signal?: AbortSignal;
  /** Whether the app is synthesized and checked by cdk-nag. Default: true. */
  synthesize?: boolean;
  /** Default: the template that comes with this package. */
  skeletonDir?: string;
  /** Default: the jobs that come with this package. */
  etlScriptsDir?: string;
}

export interface GeneratedRepository {
  /** Absolute path of the synthesized CDK app; made only when synthesizing. */
  cdkOut: string;
}

const DATA_FILE_SUFFIX = '.njk';

/** The CI of the host that a repository does not go to. */
const otherCi = (host: GenerateRepositoryOptions['host']) =>
  host === 'gitlab' ? '.github' : '.gitlab-ci.yml';

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

function repositoryValues({
  pipeline,
  region,
  accountId,
}: GenerateRepositoryOptions): RepositoryValues {
  const { name, description, owner, tags, sources, transform } = pipeline;
  const { database, schema, table } = pipeline.warehouse;
  const warehouse = warehouseOf(pipeline);
  return {
    name,
    description,
    owner,
    tags,
    region,
    accountId,
    ...{ database, schema, table },
    warehouse,
    warehouseWords: warehouseWords(pipeline),
    warehouseArn: warehouseArn({ accountId, region }, warehouse),
    sources: sources.map(source => ({
      name: source.name,
      uri: source.uri,
      format: source.format,
    })),
    steps:
      transform.length > 0
        ? stepWords(transform)
        : ['Nothing: the rows stay as they are'],
    workflowArn: workflowArn({ accountId, region }, name),
  };
}

/** Fills in the data files, whose names end in `.njk`; no code is ever rendered. */
async function renderDataFiles(directory: string, values: RepositoryValues) {
  const files = await fs.readdir(directory, {
    recursive: true,
    encoding: 'utf8',
  });
  for (const file of files.filter(name => name.endsWith(DATA_FILE_SUFFIX))) {
    const template = join(directory, file);
    const target = template.slice(0, -DATA_FILE_SUFFIX.length);
    const write = target.endsWith('.md') ? writeMarkdown : writeJson;
    await fs.writeFile(
      target,
      renderText(await fs.readFile(template, 'utf8'), values, write),
    );
    await fs.remove(template);
  }
}

/**
 * Writes the repository of a pipeline: a CDK app, its jobs with their tests,
 * `pipeline.yaml` and `catalog-info.yaml`; then proves that the app
 * synthesizes and that cdk-nag finds nothing in it.
 *
 * @throws Error where the folder is not empty or the app fails its checks; the
 * folder is then left as empty as it was
 */
export async function generateRepository(
  options: GenerateRepositoryOptions,
): Promise<GeneratedRepository> {
  const { pipeline, directory, region, accountId, log, signal } = options;
  const assets = { ...findAssets(), ...definedAssets(options) };
  const existed = await fs.pathExists(directory);
  if (existed && (await fs.readdir(directory)).length > 0) {
    throw new Error(
      `${directory} is not empty: generate a pipeline into an empty folder, as the first step of a template`,
    );
  }
  try {
    const values = repositoryValues(options);
    await copyAssets(assets.skeletonDir, directory);
    await copyAssets(assets.etlScriptsDir, join(directory, 'jobs'));
    await fs.remove(join(directory, otherCi(options.host)));
    await renderDataFiles(directory, values);
    await fs.writeFile(join(directory, 'pipeline.yaml'), toYaml(pipeline));
    await fs.writeFile(
      join(directory, 'catalog-info.yaml'),
      catalogInfoYaml(values),
    );
    log(`Wrote the repository of ${pipeline.name}`);

    const cdkOut = join(directory, 'cdk.out');
    if (options.synthesize ?? true) {
      const unlink = await linkDependencies(directory);
      try {
        await synthesize({ directory, cdkOut, region, accountId, log, signal });
      } finally {
        await unlink();
      }
    }
    return { cdkOut };
  } catch (error) {
    await (existed ? fs.emptyDir(directory) : fs.remove(directory));
    throw error;
  }
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
