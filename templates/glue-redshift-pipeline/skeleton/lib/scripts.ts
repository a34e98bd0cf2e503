import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { scriptFiles } from './language.mjs';
import type { Pipeline } from './pipeline';

/** A file of the repository that a step `script` needs. */
interface ScriptFile {
  /** As people name it, below the repository. */
  path: string;
  /** Where it lies. */
  file: string;
  content: string;
}

/** The files of the steps `script` that are not there. */
export const missingScripts = (
  pipeline: Pipeline,
  jobsDirectory: string,
): ScriptFile[] =>
  Object.entries(scriptFiles(pipeline))
    .map(([path, content]) => ({
      path,
      file: join(jobsDirectory, path.replace(/^jobs\//, '')),
      content,
    }))
    .filter(({ file }) => !existsSync(file));

/**
 * The folder `scripts` of the jobs as an archive, which keeps its name, so that
 * jobs import `scripts.<function>`. Nothing where no step needs it.
 *
 * @throws Error where the file of a step is missing
 */
export function scriptsAsset(
  scope: Construct,
  pipeline: Pipeline,
  jobsDirectory: string,
): Asset | undefined {
  if (Object.keys(scriptFiles(pipeline)).length === 0) {
    return undefined;
  }
  const missing = missingScripts(pipeline, jobsDirectory).find(({ path }) =>
    /^jobs\/scripts\//.test(path),
  );
  if (missing) {
    throw new Error(
      `${missing.path} is missing, which the steps script of pipeline.yaml need: "npm run scripts" writes it, ready to be filled in`,
    );
  }
  const directory = mkdtempSync(join(tmpdir(), 'scripts-'));
  try {
    cpSync(join(jobsDirectory, 'scripts'), join(directory, 'scripts'), {
      recursive: true,
      filter: source => basename(source) !== '__pycache__',
    });
    // The asset is staged while it is constructed, so the folder may go after that.
    return new Asset(scope, 'scripts', { path: directory });
  } finally {
    rmSync(directory, { recursive: true });
  }
}
