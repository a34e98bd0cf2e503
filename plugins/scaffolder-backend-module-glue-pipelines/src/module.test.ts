import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { parse } from 'yaml';
import Ajv from 'ajv';
import { TemplateEntityProvider } from './template/TemplateEntityProvider';
import { TemplateProcessor } from './template/TemplateProcessor';
import { actionsModule, templateModule } from './module';

describe('scaffolderModuleGluePipelines', () => {
  async function start(
    gluePipelines: { templates?: { enabled: boolean } } = {},
  ) {
    const actions: TemplateAction<any, any, any>[] = [];
    const processors: unknown[] = [];
    const providers: EntityProvider[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          { addActions: (...added) => actions.push(...added) },
        ],
        [
          catalogProcessingExtensionPoint,
          {
            addProcessor: processor => processors.push(processor),
            addEntityProvider: provider =>
              providers.push(provider as EntityProvider),
          },
        ],
      ],
      features: [
        actionsModule,
        templateModule,
        mockServices.rootConfig.factory({ data: { gluePipelines } }),
        catalogServiceMock.factory(),
      ],
    });
    await backend.stop();
    return { actions, processors, providers };
  }

  it('adds its actions', async () => {
    const { actions } = await start();
    expect(
      actions.map(({ id, supportsDryRun }) => ({ id, supportsDryRun })),
    ).toEqual([
      { id: 'glue-pipelines:generate', supportsDryRun: true },
      { id: 'glue-pipelines:generate:warehouse', supportsDryRun: true },
      { id: 'glue-pipelines:publish:local', supportsDryRun: true },
    ]);
  });

  it('registers the templates, unless they are switched off', async () => {
    const { processors, providers } = await start();
    expect(processors).toEqual([expect.any(TemplateProcessor)]);
    expect(providers).toEqual([expect.any(TemplateEntityProvider)]);
    const without = await start({ templates: { enabled: false } });
    expect(without.processors).toEqual([expect.any(TemplateProcessor)]);
    expect(without.providers).toEqual([]);
  });

  it('documents every field and gives examples that fit its schema', async () => {
    for (const action of (await start()).actions) {
      for (const part of [action.schema!.input!, action.schema!.output!]) {
        expect(
          Object.entries(part.properties!)
            .filter(([, field]) => !field.description)
            .map(([name]) => name),
        ).toEqual([]);
      }
      const validate = new Ajv({ strict: false }).compile(
        action.schema!.input!,
      );
      expect(action.examples!.length).toBeGreaterThan(0);
      for (const { example } of action.examples!) {
        const [step] = parse(example).steps;
        expect(step.action).toBe(action.id);
        validate(step.input);
        expect(validate.errors).toBeNull();
      }
    }
  });
});
