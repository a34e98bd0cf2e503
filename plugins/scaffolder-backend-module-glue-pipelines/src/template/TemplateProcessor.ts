import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { checkedParts } from './checkedParts';
import {
  offerPublishTargets,
  publishTargets,
  stepsOfTargets,
} from './offerPublishTargets';

/** By one of these actions a template is known as one of this product, whatever its name. */
const ACTIONS = [
  'glue-pipelines:generate',
  'glue-pipelines:generate:warehouse',
];

interface Step {
  action: string;
  if?: unknown;
  input?: { pipeline?: Record<string, unknown> };
}

type Template = Entity & {
  spec: {
    parameters: Parameters<typeof offerPublishTargets>[0];
    steps: Step[];
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

/** The properties of the form that become parts of `pipeline.yaml` by their own names. */
const partsOf = (steps: readonly Step[]) =>
  steps
    .filter(({ action }) => action === 'glue-pipelines:generate')
    .flatMap(({ input }) => Object.entries(input?.pipeline ?? {}))
    .filter(([part, value]) => value === `\${{ parameters.${part} }}`)
    .map(([part]) => part);

/**
 * Makes of the forms what fits the portal: they offer only where it can
 * publish, run no step that would be left out, and have their parts checked by
 * the language on the page where they are filled in.
 */
export class TemplateProcessor implements CatalogProcessor {
  private readonly targets: string[];

  constructor(config: Config) {
    this.targets = publishTargets(config);
  }

  getProcessorName() {
    return 'GluePipelinesTemplateProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    if (!isOurTemplate(entity)) {
      return entity;
    }
    const { parameters, steps } = entity.spec;
    return {
      ...entity,
      spec: {
        ...entity.spec,
        parameters: checkedParts(
          offerPublishTargets(parameters, this.targets),
          partsOf(steps),
        ),
        steps: stepsOfTargets(steps, this.targets),
      },
    } as unknown as Entity;
  }
}
