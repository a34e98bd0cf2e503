import { AuthService } from '@backstage/backend-plugin-api';
import {
  CompoundEntityRef,
  getCompoundEntityRef,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  keyOf,
  parseWorkflowArn,
  parseWorkflowArnList,
} from '@glue-pipelines/backstage-plugin-common';
import { WorkflowOwners } from '../service/WorkflowOwners';

/** Who is told of a workflow, and where the page is that shows it. */
export interface Recipient {
  /** Entity ref of a group or user. */
  owner: string;
  /** Path of the workflow on its entity's page, or of a run of it. */
  link: string;
}

/**
 * Finds the entity to which a workflow belongs: its tag names the entity, and
 * the entity names it. One that only names it in its annotation is told
 * nothing: anybody can write any ARN there.
 */
export class OwningEntities {
  constructor(
    private readonly options: {
      catalog: CatalogService;
      auth: AuthService;
      owners: WorkflowOwners;
    },
  ) {}

  /**
   * @returns `undefined` where nobody is to be told
   * @throws errors of WorkflowOwners and of the catalog
   */
  async recipientOf(
    workflowArn: string,
    runId: string | undefined,
  ): Promise<Recipient | undefined> {
    const { catalog, auth, owners } = this.options;
    const workflow = parseWorkflowArn(workflowArn);
    const entityRef = await owners.ownerOf(workflow);
    const entity =
      entityRef &&
      (await catalog.getEntityByRef(entityRef, {
        credentials: await auth.getOwnServiceCredentials(),
      }));
    if (!entity) {
      return undefined;
    }
    const named = parseWorkflowArnList(
      entity.metadata.annotations?.[GLUE_WORKFLOW_ARN_ANNOTATION],
    ).workflows.map(({ arn, name }) => ({ id: arn, name }));
    // As Backstage itself takes the owner of an entity that it notifies.
    const owner = entity.relations?.find(
      ({ type }) => type === RELATION_OWNED_BY,
    )?.targetRef;
    if (!owner || !named.some(({ id }) => id === workflowArn)) {
      return undefined;
    }
    const query = new URLSearchParams({
      workflow: keyOf({ id: workflowArn, name: workflow.name }, named),
      ...(runId && { run: runId }),
    });
    return {
      owner,
      link: `${pathOf(getCompoundEntityRef(entity))}/glue?${query}`,
    };
  }
}

/** Path of the page of all pipelines, with those of an owner. */
export function ownedPath(owner: string): string {
  return `/glue-pipelines?${new URLSearchParams({ owner })}`;
}

function pathOf({ namespace, kind, name }: CompoundEntityRef): string {
  const parts = [namespace, kind, name].map(part =>
    encodeURIComponent(part.toLocaleLowerCase('en-US')),
  );
  return `/catalog/${parts.join('/')}`;
}
