import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  parseWorkflowArn,
  workflowConsoleUrl,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { Place, toOwnerRef } from '../config';
import { WorkflowFacts } from '../discovery/Lineage';
import { entityName } from './entityName';
import { envelope, placeSuffix } from './envelope';
import { Resources } from './Resources';

export interface EntityOptions {
  defaultOwner: string;
  ownerTag: string;
  lifecycle: string;
  /** The entities, written by hand, that stand for a workflow; none where there are none. */
  handWritten(facts: WorkflowFacts): string[];
}

/**
 * The entities of one account's workflows in one region: a Component for each
 * workflow that has no entity yet, and Resources for what they read and write.
 * The Resources name the workflows' entities, so that those written by hand
 * have their lineage too.
 */
export function toEntities(
  place: Place,
  workflows: WorkflowFacts[],
  options: EntityOptions,
): Entity[] {
  const components: Entity[] = [];
  const resources = new Resources(place, options.defaultOwner);
  for (const facts of workflows) {
    const owner = ownerOf(facts, options);
    let refs = options.handWritten(facts);
    if (refs.length === 0) {
      const component = toComponent(facts, owner, options.lifecycle);
      components.push(component);
      refs = [stringifyEntityRef(component)];
    }
    for (const read of facts.lineage.reads) {
      resources.relate(read, owner, 'dependencyOf', refs);
    }
    for (const written of facts.lineage.writes) {
      resources.relate(written, owner, 'dependsOn', refs);
    }
  }
  return [...components, ...resources.entities()];
}

/** The entity ref in the owner's tag, or else the default. */
function ownerOf(
  { tags }: WorkflowFacts,
  options: Pick<EntityOptions, 'defaultOwner' | 'ownerTag'>,
): string {
  return toOwnerRef(tags[options.ownerTag] ?? '') ?? options.defaultOwner;
}

function toComponent(
  facts: WorkflowFacts,
  owner: string,
  lifecycle: string,
): Entity {
  const workflow: WorkflowArn = parseWorkflowArn(facts.arn);
  const { annotations, ...rest } = envelope('Component', facts.arn);
  const url = workflowConsoleUrl(workflow);
  return {
    ...rest,
    metadata: {
      name: entityName(workflow.name, placeSuffix(workflow)),
      title: workflow.name,
      ...(facts.description && { description: facts.description }),
      annotations: {
        ...annotations,
        [GLUE_WORKFLOW_ARN_ANNOTATION]: facts.arn,
      },
      ...(url && {
        links: [{ url, title: 'AWS Glue console', icon: 'dashboard' }],
      }),
    },
    spec: { type: 'data-pipeline', lifecycle, owner },
  };
}
