import type {
  AuthService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  parsePipeline,
  parsePipelineDraft,
  warehouseOf,
  type Pipeline,
} from '@glue-pipelines/pipeline';
import type { JsonObject } from '@backstage/types';
import { relative } from 'node:path';
import { assertWorkflowIsNew } from '../aws/assertWorkflowIsNew';
import { awsClients } from '../aws/awsClients';
import { resolveTarget, type PipelineTarget } from '../aws/PipelineTarget';
import { pipelineFromForm } from '../form/pipelineFromForm';
import { generateRepository } from '../repository/generateRepository';
import { warehouseArn, workflowArn } from '../repository/resourceArns';
import {
  completePipeline,
  type PipelineDocument,
} from '../sources/completePipeline';
import { assertEntityIsNew } from './assertEntityIsNew';
import { explained } from './explained';
import { examples } from './generatePipeline.examples';
import { repositoryInput } from './repositoryInput';
import { targetInput } from './targetInput';

/**
 * Generates the repository of a pipeline in the workspace and proves it: the
 * sources exist and have the columns that the pipeline names, nothing of the
 * name exists yet, and the CDK app synthesizes without a finding of cdk-nag.
 */
export function createGeneratePipelineAction({
  config,
  catalog,
  auth,
}: {
  config: RootConfigService;
  catalog: CatalogService;
  auth: AuthService;
}) {
  /** Looks into the sources, and makes sure that nothing of the name exists yet. */
  async function completeWithAws(
    document: PipelineDocument,
    name: string,
    target: PipelineTarget,
    log: (message: string) => void,
    signal?: AbortSignal,
  ): Promise<Pipeline> {
    const clients = await awsClients(config, target);
    try {
      await assertWorkflowIsNew(clients.glue, name, target, signal);
      return await explained(() =>
        completePipeline(document, clients, log, signal),
      );
    } finally {
      clients.close();
    }
  }

  return createTemplateAction({
    id: 'glue-pipelines:generate',
    description:
      'Generates the repository of an AWS Glue to Redshift pipeline and proves it: checks the sources and their columns, synthesizes the CDK app and runs cdk-nag',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        pipeline: z =>
          z
            .record(z.any())
            .describe(
              'The content of pipeline.yaml, as pipeline.schema.json of a generated repository describes it; the columns of sources may be left out, and are then taken from their files',
            ),
        ...targetInput,
        ...repositoryInput,
      },
      output: {
        name: z => z.string().describe('Name of the pipeline'),
        entityRef: z => z.string().describe('Reference of the catalog entity'),
        description: z => z.string().describe('Description of the repository'),
        workflowArn: z => z.string().describe('ARN of the Glue workflow'),
        warehouseArn: z =>
          z.string().describe('ARN of the Redshift workgroup or cluster'),
        cdkOut: z =>
          z
            .string()
            .describe('The synthesized CDK app, relative to the workspace'),
      },
    },
    async handler(ctx) {
      const { logger, input, workspacePath, signal, isDryRun } = ctx;
      const log = (message: string) => logger.info(message);
      const document = pipelineFromForm(input.pipeline);
      // Everything that can be said without a look at the files is said first.
      const draft = await explained(() => parsePipelineDraft(document));
      const { name } = draft;
      const target = resolveTarget(config, input);
      const entityRef = stringifyEntityRef({
        kind: 'Component',
        namespace: 'default',
        name,
      });
      if (isDryRun) {
        log(
          'Dry run: the sources and the name are not looked up, and the CDK app is not synthesized',
        );
      }
      const pipeline = isDryRun
        ? draft
        : parsePipeline(
            // Once the pipeline is published its own name is taken, so a retry must not ask again.
            await ctx.checkpoint({
              key: `glue-pipelines.generate.completed.${target.accountId}.${target.region}.${name}`,
              fn: async () => {
                await assertEntityIsNew(entityRef, { auth, catalog });
                const completed = await completeWithAws(
                  document,
                  name,
                  target,
                  log,
                  signal,
                );
                return completed as unknown as JsonObject;
              },
            }),
          );

      const { cdkOut } = await generateRepository({
        pipeline,
        directory: workspacePath,
        host: input.publishTo,
        sample: input.sample,
        repoUrl:
          input.publishTo && input.publishTo !== 'local'
            ? input.repoUrls?.[input.publishTo]
            : undefined,
        portalUrl: config.getOptionalString('app.baseUrl'),
        ...target,
        synthesize: !isDryRun,
        log,
        signal,
      });

      ctx.output('name', name);
      ctx.output('entityRef', entityRef);
      ctx.output('description', pipeline.description);
      ctx.output('workflowArn', workflowArn(target, name));
      ctx.output('warehouseArn', warehouseArn(target, warehouseOf(pipeline)));
      ctx.output('cdkOut', relative(workspacePath, cdkOut));
    },
  });
}
