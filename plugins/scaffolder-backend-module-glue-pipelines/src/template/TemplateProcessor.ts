import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { offerPublishTargets, publishTargets } from './offerPublishTargets';

/** By this action a template is known as one of pipelines, whatever its name. */
const ACTION = 'glue-pipelines:generate';

type Template = Entity & {
  spec: {
    parameters: Parameters<typeof offerPublishTargets>[0];
    steps: { action: string }[];
  };
};

function isPipelineTemplate(entity: Entity): entity is Template {
  const { parameters, steps } = entity.spec ?? {};
  return (
    entity.kind === 'Template' &&
    Array.isArray(parameters) &&
    Array.isArray(steps) &&
    (steps as { action?: string }[]).some(({ action }) => action === ACTION)
  );
}

/** Lets the form of pipelines offer only where the portal can publish. */
export class TemplateProcessor implements CatalogProcessor {
  private readonly targets: string[];

  constructor(config: Config) {
    this.targets = publishTargets(config);
  }

  getProcessorName() {
    return 'GluePipelinesTemplateProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    return isPipelineTemplate(entity)
      ? ({
          ...entity,
          spec: {
            ...entity.spec,
            parameters: offerPublishTargets(
              entity.spec.parameters,
              this.targets,
            ),
          },
        } as Entity)
      : entity;
  }
}
