import type { Config } from '@backstage/config';
import { ConflictError, InputError } from '@backstage/errors';
import fs from 'fs-extra';
import { basename, join, resolve } from 'node:path';

/** Folders that are made by tools and belong to no commit. */
const NOT_PUBLISHED = new Set(['node_modules', '.git']);

/** The folder that holds one Git repository per pipeline. */
export class LocalRepositories {
  /** Absolute. */
  readonly root: string;

  constructor(root: string) {
    this.root = resolve(root);
  }

  /** @throws InputError where the portal does not publish on this machine */
  static fromConfig(config: Config): LocalRepositories {
    const root = config.getOptionalString('gluePipelines.local.repositories');
    if (!root) {
      throw new InputError(
        'This portal does not publish on its own machine: choose GitHub or GitLab, or set gluePipelines.local.repositories in app-config',
      );
    }
    return new LocalRepositories(root);
  }

  /**
   * Where the repository of a name lies, whether it exists or not.
   *
   * @throws InputError for a name that is not a plain folder name
   */
  path(name: string): string {
    if (!/^[a-z][a-z0-9-]*$/.test(name)) {
      throw new InputError(
        `name: ${JSON.stringify(
          name,
        )} cannot name a repository: use lower-case letters, digits and hyphens, beginning with a letter`,
      );
    }
    return join(this.root, name);
  }

  /** @throws ConflictError when there is a repository of this name */
  async assertNew(name: string): Promise<void> {
    const path = this.path(name);
    if (await fs.pathExists(path)) {
      throw new ConflictError(
        `name: a repository "${name}" exists already at ${path}: choose another name, or remove the repository`,
      );
    }
  }

  /**
   * Makes a repository of a folder's content. It appears whole or not at all:
   * `prepare` works on it under a temporary name.
   *
   * @returns the absolute path of the repository
   */
  async create(
    name: string,
    content: string,
    prepare: (directory: string) => Promise<void>,
  ): Promise<string> {
    const path = this.path(name);
    await this.assertNew(name);
    await fs.ensureDir(this.root);
    // Beside the repository, so that the rename stays within one file system;
    // the dot keeps it out of the catalog's glob.
    const making = await fs.mkdtemp(join(this.root, `.${name}-`));
    try {
      await fs.copy(content, making, {
        filter: source =>
          source === content || !NOT_PUBLISHED.has(basename(source)),
      });
      await prepare(making);
      await fs.rename(making, path);
    } catch (error) {
      await fs.remove(making);
      throw error;
    }
    return path;
  }
}
