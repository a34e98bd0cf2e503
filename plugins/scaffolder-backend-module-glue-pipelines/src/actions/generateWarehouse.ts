import type {
  AuthService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  parseSharedWarehouse,
  WAREHOUSE_API_VERSION,
} from '@glue-pipelines/pipeline';
import { relative } from 'node:path';
import { resolveTarget } from '../aws/PipelineTarget';
import { tidy } from '../form/pipelineFromForm';
import {
  generateWarehouse,
  warehouseEntityRef,
} from '../repository/generateWarehouse';
import { assertEntityIsNew } from './assertEntityIsNew';
import { explained } from './explained';
import { examples } from './generateWarehouse.examples';
import { targetInput } from './targetInput';

/** Generates the repository of a shared warehouse in the workspace and proves it. */
export function createGenerateWarehouseAction({
  config,
  catalog,
  auth,
}: {
  config: RootConfigService;
  catalog: CatalogService;
  auth: AuthService;
}) {
  return createTemplateAction({
    id: 'glue-pipelines:generate:warehouse',
    description:
      'Generates the repository of a Redshift warehouse that many pipelines share and proves it: synthesizes the CDK app and runs cdk-nag',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        warehouse: z =>
          z
            .record(z.any())
            .describe(
              'The content of warehouse.yaml, as warehouse.schema.json of a generated repository describes it',
            ),
        ...targetInput,
      },
      output: {
        name: z => z.string().describe('Name of the warehouse'),
        entityRef: z => z.string().describe('Reference of the catalog entity'),
        description: z => z.string().describe('Description of the repository'),
        cdkOut: z =>
          z
            .string()
            .describe('The synthesized CDK app, relative to the workspace'),
      },
    },
    async handler(ctx) {
      const { logger, input, workspacePath, signal, isDryRun } = ctx;
      const warehouse = await explained(() =>
        parseSharedWarehouse({
          apiVersion: WAREHOUSE_API_VERSION,
          ...(tidy(input.warehouse) as object),
        }),
      );
      const { name, description } = warehouse;
      const entityRef = warehouseEntityRef(name);
      if (!isDryRun) {
        await ctx.checkpoint({
          key: `glue-pipelines.generate.warehouse.${name}`,
          fn: () => assertEntityIsNew(entityRef, { auth, catalog }),
        });
      }
      const { cdkOut } = await generateWarehouse({
        warehouse,
        directory: workspacePath,
        host: input.publishTo,
        ...resolveTarget(config, input),
        synthesize: !isDryRun,
        log: message => logger.info(message),
        signal,
      });
      ctx.output('name', name);
      ctx.output('entityRef', entityRef);
      ctx.output('description', description);
      ctx.output('cdkOut', relative(workspacePath, cdkOut));
    },
  });
}
