import type {
  AuthService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, type UserEntity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { awaitCatalogEntity } from '../publish/awaitCatalogEntity';
import type { CommitAuthor } from '../publish/commitAll';
import { LocalRepositories } from '../publish/LocalRepositories';
import { publishLocally } from '../publish/publishLocally';
import { examples } from './publishLocal.examples';

/** How long the catalog may take to read a new entity, in ms. */
const CATALOG_TIMEOUT_MS = 30_000;

function authorOf(user?: { entity?: UserEntity; ref?: string }): CommitAuthor {
  const profile = user?.entity?.spec.profile;
  const name = user?.ref ? parseEntityRef(user.ref).name : 'scaffolder';
  return {
    name: profile?.displayName ?? name,
    // RFC 2606: an address that can belong to nobody else.
    email: profile?.email ?? `${name}@localhost.invalid`,
  };
}

/** The absolute path of a folder of the workspace. */
function inWorkspace(workspacePath: string, path: string): string {
  const absolute = resolve(workspacePath, path);
  if (!absolute.startsWith(`${resolve(workspacePath)}${sep}`)) {
    throw new InputError(
      `cdkOut: ${JSON.stringify(
        path,
      )} leaves the workspace: give the output cdkOut of glue-pipelines:generate`,
    );
  }
  return absolute;
}

/**
 * Publishes a generated pipeline on this machine: a Git repository with one
 * commit, the CDK app deployed to the local AWS endpoint, the entity in the
 * catalog. A failed deployment leaves no repository behind.
 */
export function createPublishLocalAction({
  config,
  catalog,
  auth,
}: {
  config: RootConfigService;
  catalog: CatalogService;
  auth: AuthService;
}) {
  return createTemplateAction({
    id: 'glue-pipelines:publish:local',
    description:
      'Publishes a generated pipeline on the machine of the portal: makes a Git repository, deploys the CDK app to the local AWS endpoint and waits for the catalog entity',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository'),
        entityRef: z =>
          z.string().describe('Output entityRef of glue-pipelines:generate'),
        description: z =>
          z
            .string()
            .optional()
            .describe('What the commit message says about the pipeline'),
        cdkOut: z =>
          z
            .string()
            .default('cdk.out')
            .describe('Output cdkOut of glue-pipelines:generate'),
      },
      output: {
        repositoryPath: z =>
          z.string().describe('Absolute path of the repository'),
        remoteUrl: z => z.string().describe('The repository as a file URL'),
        catalogInfoUrl: z =>
          z.string().describe('Its catalog-info.yaml as a file URL'),
        entityRef: z => z.string().describe('Reference of the catalog entity'),
      },
    },
    async handler(ctx) {
      const { logger, signal, workspacePath } = ctx;
      const { name, description, entityRef } = ctx.input;
      const log = (message: string) => logger.info(message);
      const repositories = LocalRepositories.fromConfig(config);
      const repositoryPath = repositories.path(name);
      const cdkOut = inWorkspace(workspacePath, ctx.input.cdkOut);
      const endpoint = config.getOptionalString('gluePipelines.aws.endpoint');
      if (!endpoint) {
        throw new InputError(
          'This portal has no local AWS endpoint to deploy to: set gluePipelines.aws.endpoint in app-config, or choose GitHub or GitLab',
        );
      }

      if (ctx.isDryRun) {
        log(`Dry run: would make ${repositoryPath} and deploy to ${endpoint}`);
      } else {
        await ctx.checkpoint({
          key: `glue-pipelines.publish-local.${repositoryPath}`,
          fn: async () => {
            await publishLocally({
              repositories: repositories.root,
              name,
              directory: workspacePath,
              cdkOut,
              endpoint,
              message: `Generate the pipeline ${name}${
                description ? `\n\n${description}` : ''
              }\n`,
              author: authorOf(ctx.user),
              log,
              signal,
            });
          },
        });
        await awaitCatalogEntity({
          config,
          catalog,
          credentials: await auth.getOwnServiceCredentials(),
          file: join(repositoryPath, 'catalog-info.yaml'),
          entityRef,
          timeoutMs: CATALOG_TIMEOUT_MS,
          log,
          signal,
        });
      }

      ctx.output('repositoryPath', repositoryPath);
      ctx.output('remoteUrl', pathToFileURL(repositoryPath).href);
      ctx.output(
        'catalogInfoUrl',
        pathToFileURL(join(repositoryPath, 'catalog-info.yaml')).href,
      );
      ctx.output('entityRef', entityRef);
    },
  });
}
