import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { existsSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readTemplateEntity } from './readTemplateEntity';

/** Editors write a file in several steps. */
const SETTLED_MILLISECONDS = 100;

export interface TemplateEntityProviderOptions {
  /** Absolute paths of `template.yaml` files. */
  files: string[];
  /** Entity reference of the templates' owner. */
  owner?: string;
  logger: LoggerService;
}

/**
 * Registers the templates of this package, so that nobody copies them. A
 * template that is edited is registered anew.
 */
export class TemplateEntityProvider implements EntityProvider {
  private watchers: FSWatcher[] = [];
  private settling?: NodeJS.Timeout;

  constructor(private readonly options: TemplateEntityProviderOptions) {}

  getProviderName() {
    return 'glue-pipelines:templates';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.register(connection);
    this.watchers = this.options.files
      .filter(existsSync)
      .map(file => this.follow(file, connection));
  }

  /** Follows the files no longer. */
  close() {
    clearTimeout(this.settling);
    this.watchers.forEach(watcher => watcher.close());
  }

  /** Watches the folder: editors replace files, and a watch would stay with the old one. */
  private follow(file: string, connection: EntityProviderConnection) {
    return watch(dirname(file), { persistent: false }, (_, name) => {
      if (name === basename(file)) {
        clearTimeout(this.settling);
        this.settling = setTimeout(
          () => this.register(connection),
          SETTLED_MILLISECONDS,
        ).unref();
      }
    }).on('error', error =>
      this.options.logger.warn(`${file} is not followed: ${error.message}`),
    );
  }

  /** What is registered already stays where a file cannot be read. */
  private async register(connection: EntityProviderConnection): Promise<void> {
    const { files, owner, logger } = this.options;
    const locationKey = this.getProviderName();
    try {
      const entities = await Promise.all(
        files.map(file => readTemplateEntity(file, locationKey, owner)),
      );
      await connection.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({ entity, locationKey })),
      });
    } catch (error) {
      logger.error(
        'The templates of Glue pipelines cannot be registered',
        error as Error,
      );
    }
  }
}
