import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { offerPublishTargets, publishTargets } from './offerPublishTargets';

/** By one of these actions a template is known as one of this product, whatever its name. */
const ACTIONS = [
  'glue-pipelines:generate',
  'glue-pipelines:generate:warehouse',
];

type Template = Entity & {
  spec: {
    parameters: Parameters<typeof offerPublishTargets>[0];
    steps: { action: string }[];
  };
};

function isOurTemplate(entity: Entity): entity is Template {
  const { parameters, steps } = entity.spec ?? {};
  return (
    entity.kind === 'Template' &&
    Array.isArray(parameters) &&
    Array.isArray(steps) &&
    (steps as { action?: string }[]).some(({ action = '' }) =>
      ACTIONS.includes(action),
    )
  );
}

/** Lets the forms offer only where the portal can publish. */
export class TemplateProcessor implements CatalogProcessor {
  private readonly targets: string[];

  constructor(config: Config) {
    this.targets = publishTargets(config);
  }

  getProcessorName() {
    return 'GluePipelinesTemplateProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    return isOurTemplate(entity)
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
