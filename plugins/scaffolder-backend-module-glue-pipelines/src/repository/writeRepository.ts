import fs from 'fs-extra';
import { join } from 'node:path';
import { linkDependencies } from './linkDependencies';
import { ownPackage } from './ownPackage';
import { synthesize } from './synthesize';

/** @public */
export interface RepositoryOptions {
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
}

/** @public */
export interface GeneratedRepository {
  /** Absolute path of the synthesized CDK app; made only when synthesizing. */
  cdkOut: string;
}

/** The CI of the host that a repository does not go to. */
const otherCi = (host: RepositoryOptions['host']) =>
  host === 'gitlab' ? '.github' : '.gitlab-ci.yml';

/**
 * Writes a repository with a CDK app, and proves that the app synthesizes and
 * that cdk-nag finds nothing in it.
 *
 * @throws Error where the folder is not empty or the app fails its checks; the
 * folder is then left as empty as it was
 */
export async function writeRepository(
  options: RepositoryOptions & {
    /** What it is the repository of, for messages. */
    what: string;
    name: string;
    /** Copies and renders what the repository is made from, and gives the other files by their paths. */
    write: () => Promise<Record<string, string>>;
  },
): Promise<GeneratedRepository> {
  const { directory, region, accountId, log, signal } = options;
  const existed = await fs.pathExists(directory);
  if (existed && (await fs.readdir(directory)).length > 0) {
    throw new Error(
      `${directory} is not empty: generate ${options.what} into an empty folder, as the first step of a template`,
    );
  }
  try {
    const files = await options.write();
    await fs.remove(join(directory, otherCi(options.host)));
    await ownPackage(directory, options.name);
    for (const [name, content] of Object.entries(files)) {
      await fs.outputFile(join(directory, name), content);
    }
    log(`Wrote the repository of ${options.name}`);

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
