import type {
  BackstageCredentials,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  parseLocationRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import type {
  FormBeginning,
  FormExample,
} from '@glue-pipelines/backstage-plugin-common';
import fs from 'fs-extra';
import { dirname, join, resolve, sep } from 'node:path';
import { parse } from 'yaml';
import { LocalRepositories } from '../publish/LocalRepositories';
import { findAssets } from '../repository/assets';
import { formOfPipeline } from './formOfPipeline';

const FILE = 'pipeline.yaml';

/** What each pipeline has for itself: a form that begins with another one has its own. */
const OWN = ['name', 'owner'];

const withoutOwn = ({ form, leftOut }: FormBeginning): FormBeginning => ({
  form: Object.fromEntries(
    Object.entries(form).filter(([part]) => !OWN.includes(part)),
  ),
  leftOut,
});

/** What a form may begin with instead of nothing: an example, a pipeline of the catalog, a file. */
export class FormBeginnings {
  readonly #examplesDir: string;

  constructor(
    private readonly services: {
      catalog: CatalogService;
      config: RootConfigService;
      urlReader: UrlReaderService;
    },
    { skeletonDir } = findAssets(),
  ) {
    this.#examplesDir = join(dirname(skeletonDir), 'examples');
  }

  async examples(): Promise<FormExample[]> {
    const files = (await fs.readdir(this.#examplesDir)).filter(file =>
      file.endsWith('.yaml'),
    );
    return Promise.all(
      files.sort().map(async file => {
        const { name, description } = parse(
          await fs.readFile(join(this.#examplesDir, file), 'utf8'),
        );
        return { name, description };
      }),
    );
  }

  /** @param asked - one of `yaml`, `example`, `entityRef` */
  async begin(
    { yaml, example, entityRef }: JsonObject,
    credentials: BackstageCredentials,
  ): Promise<FormBeginning> {
    if (typeof yaml === 'string') {
      return formOfPipeline(yaml);
    }
    if (typeof example === 'string') {
      const examples = await this.examples();
      if (!examples.some(({ name }) => name === example)) {
        throw new NotFoundError(
          `There is no example ${JSON.stringify(example)}: choose one of ${examples.map(({ name }) => name).join(', ')}`,
        );
      }
      return withoutOwn(
        formOfPipeline(
          await fs.readFile(join(this.#examplesDir, `${example}.yaml`), 'utf8'),
        ),
      );
    }
    if (typeof entityRef === 'string') {
      return withoutOwn(
        formOfPipeline(await this.#pipelineOf(entityRef, credentials)),
      );
    }
    throw new InputError(
      'Nothing is said to begin with: give yaml, example or entityRef',
    );
  }

  /** The `pipeline.yaml` beside the file that an entity comes from. */
  async #pipelineOf(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const { catalog, urlReader } = this.services;
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    if (!entity) {
      throw new NotFoundError(`The catalog has no ${entityRef} that you see`);
    }
    const location = entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
    const { type, target } = /:/.test(location)
      ? parseLocationRef(location)
      : { type: '', target: '' };
    if (type === 'url' && /\/[^/?#]+\.ya?ml$/.test(target)) {
      const url = target.replace(/[^/]+$/, FILE);
      const answer = await urlReader.readUrl(url);
      return (await answer.buffer()).toString('utf8');
    }
    const beside = this.#localFile(type, target);
    if (beside && (await fs.pathExists(beside))) {
      return fs.readFile(beside, 'utf8');
    }
    throw new NotFoundError(
      `There is no ${FILE} beside the catalog file of ${entityRef}: upload the file instead`,
    );
  }

  /** Only of the repositories that this portal made on its machine. */
  #localFile(type: string, target: string): string | undefined {
    const { config } = this.services;
    if (type !== 'file' || !config.has('gluePipelines.local.repositories')) {
      return undefined;
    }
    const { root } = LocalRepositories.fromConfig(config);
    const path = resolve(dirname(target), FILE);
    return path.startsWith(root + sep) ? path : undefined;
  }
}
