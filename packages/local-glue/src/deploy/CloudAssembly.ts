import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DeployError } from './DeployError';
import { Template } from './template';

/** A file or folder that `cdk deploy` would upload before the stack. */
export interface FileAsset {
  /** Absolute. */
  path: string;
  packaging: 'file' | 'zip';
  /** May contain `${AWS::AccountId}` and the like. */
  destinations: { bucketName: string; objectKey: string }[];
}

/** One stack of a cloud assembly. */
export interface AssemblyStack {
  name: string;
  template: Template;
  /** Values of the template's parameters given by the app. */
  parameters: Record<string, string>;
  assets: FileAsset[];
}

interface Artifact {
  type: string;
  dependencies?: string[];
  properties?: {
    templateFile?: string;
    stackName?: string;
    parameters?: Record<string, string>;
    /** Of an asset manifest. */
    file?: string;
    /** Of a nested assembly. */
    directoryName?: string;
  };
}

interface AssetManifest {
  files?: Record<
    string,
    {
      displayName?: string;
      source: { path?: string; packaging?: string; executable?: string[] };
      destinations: Record<string, { bucketName: string; objectKey: string }>;
    }
  >;
  dockerImages?: Record<string, unknown>;
}

/**
 * Reads a synthesized CDK app (`cdk.out`): its stacks, each after those it
 * depends on, stages included. Throws `DeployError` that names the file that
 * is missing or not understood.
 */
export function readCloudAssembly(directory: string): AssemblyStack[] {
  const { artifacts = {} } = readJsonFile<{
    artifacts?: Record<string, Artifact>;
  }>(
    join(directory, 'manifest.json'),
    `${directory} is not a synthesized CDK app; run "cdk synth" and give its cdk.out folder`,
  );

  const stacks: AssemblyStack[] = [];
  const visited = new Set<string>();
  const visit = (id: string) => {
    const artifact = artifacts[id];
    if (!artifact || visited.has(id)) return;
    visited.add(id);
    artifact.dependencies?.forEach(visit);
    if (artifact.type === 'aws:cloudformation:stack') {
      stacks.push(readStack(directory, id, artifact, artifacts));
    } else if (artifact.type === 'cdk:cloud-assembly') {
      const nested = artifact.properties?.directoryName ?? id;
      stacks.push(...readCloudAssembly(join(directory, nested)));
    }
  };
  Object.keys(artifacts).forEach(visit);
  if (stacks.length === 0) {
    throw new DeployError(`${directory} holds no stack`);
  }
  return stacks;
}

function readStack(
  directory: string,
  id: string,
  artifact: Artifact,
  artifacts: Record<string, Artifact>,
): AssemblyStack {
  const name = artifact.properties?.stackName ?? id;
  const templateFile = artifact.properties?.templateFile;
  if (!templateFile) {
    throw new DeployError('the manifest names no template', { stack: name });
  }
  const template = readJsonFile<Template>(join(directory, templateFile));
  const assets = (artifact.dependencies ?? [])
    .map(dependency => artifacts[dependency])
    .filter(dependency => dependency?.type === 'cdk:asset-manifest')
    .flatMap(({ properties }) =>
      properties?.file ? readAssets(directory, properties.file, name) : [],
    );
  return {
    name,
    template,
    parameters: artifact.properties?.parameters ?? {},
    assets,
  };
}

function readAssets(
  directory: string,
  file: string,
  stack: string,
): FileAsset[] {
  const { files = {}, dockerImages = {} } = readJsonFile<AssetManifest>(
    join(directory, file),
  );
  if (Object.keys(dockerImages).length > 0) {
    throw new DeployError(
      'has container images as assets, which local-glue does not build',
      { stack },
    );
  }
  return Object.entries(files).map(([hash, { source, destinations }]) => {
    if (source.executable || !source.path) {
      throw new DeployError(
        `the asset ${hash} is built by a command; local-glue publishes files and folders only`,
        { stack },
      );
    }
    const path = join(directory, source.path);
    if (!statSync(path, { throwIfNoEntry: false })) {
      throw new DeployError(`the asset ${path} is missing`, { stack });
    }
    return {
      path,
      packaging: source.packaging === 'zip' ? 'zip' : 'file',
      destinations: Object.values(destinations).map(
        ({ bucketName, objectKey }) => ({ bucketName, objectKey }),
      ),
    };
  });
}

function readJsonFile<Content>(path: string, whenMissing?: string): Content {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    throw new DeployError(
      whenMissing ?? `${path} cannot be read: ${(error as Error).message}`,
    );
  }
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new DeployError(`${path} is not JSON: ${(error as Error).message}`);
  }
}
