import { InputError } from '@backstage/errors';
import fs from 'fs-extra';
import { join } from 'node:path';
import { commitAll, type CommitAuthor } from './commitAll';
import { deployLocally } from './deployLocally';
import { LocalRepositories } from './LocalRepositories';

/** @public */
export interface PublishLocallyOptions {
  /** The folder that holds one Git repository per pipeline. */
  repositories: string;
  /** The name of the repository. */
  name: string;
  /** Absolute path of the generated repository, which is copied. */
  directory: string;
  /** Absolute path of the synthesized CDK app. */
  cdkOut: string;
  /** URL of the local AWS endpoint. */
  endpoint: string;
  /** Of the one commit. */
  message: string;
  author: CommitAuthor;
  /** Receives one line per step. */
  log: (message: string) => void;
  signal?: AbortSignal;
}

/**
 * Publishes a generated pipeline on this machine: a Git repository with one
 * commit, and its app deployed to the local AWS endpoint. The repository
 * appears only when the deployment has succeeded.
 *
 * @returns the absolute path of the repository
 * @throws InputError without a synthesized app; ConflictError for a repository
 * that exists; Error with the endpoint's words for a failed deployment
 *
 * @public
 */
export async function publishLocally(
  options: PublishLocallyOptions,
): Promise<string> {
  const { name, cdkOut, log } = options;
  if (!(await fs.pathExists(join(cdkOut, 'manifest.json')))) {
    throw new InputError(
      `cdkOut: ${cdkOut} holds no synthesized CDK app: generate the pipeline before`,
    );
  }
  const path = await new LocalRepositories(options.repositories).create(
    name,
    options.directory,
    async made => {
      const commit = await commitAll(made, options.message, options.author);
      log(`Committed ${commit.slice(0, 7)}`);
      await deployLocally(options.endpoint, cdkOut, log, options.signal);
    },
  );
  log(`Made the repository ${path}`);
  return path;
}
