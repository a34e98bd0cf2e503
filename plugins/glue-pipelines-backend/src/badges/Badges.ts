import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  BadgeResponse,
  badgeOf,
  GLUE_WORKFLOW_ARN_ANNOTATION,
  parseWorkflowArnList,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { CostConfig } from '../config';
import { WorkflowSummaries } from '../database/WorkflowSummaries';
import { toFleetEntity } from '../service/fleet/FleetEntities';
import { fleetRow } from '../service/fleet/fleetRow';
import { SharedAnswers } from '../service/SharedAnswers';
import { WorkflowOwners } from '../service/WorkflowOwners';
import { BadgeLinks, StoredBadgeLink } from './BadgeLinks';
import { badgeSvg } from './badgeSvg';

/** For how long a badge is as it was, in milliseconds: a README may be read by many. */
const GOOD_FOR_MS = 30_000;
const MOST_BADGES = 1_000;

/**
 * Badges for where nobody is signed in. One is seen by whoever has its link,
 * for as long as the link is not revoked, the entity names the workflow and the
 * workflow's tag names the entity.
 */
export class Badges {
  private readonly images = new SharedAnswers<string>({
    goodForMs: GOOD_FOR_MS,
    most: MOST_BADGES,
  });

  constructor(
    private readonly options: {
      /** Whether the portal serves badges at all. */
      enabled: boolean;
      links: BadgeLinks;
      catalog: CatalogService;
      auth: AuthService;
      discovery: DiscoveryService;
      owners: WorkflowOwners;
      summaries: WorkflowSummaries;
      price: CostConfig;
    },
  ) {}

  /** How the badge of a pipeline is reached, for who may see the pipeline. */
  async read(entityRef: string, { arn }: WorkflowArn): Promise<BadgeResponse> {
    const { enabled, links } = this.options;
    const link = enabled
      ? await links.get({ entityRef, workflowArn: arn })
      : undefined;
    return { enabled, link: link && (await this.described(link)) };
  }

  /**
   * Makes the link, unless there is one.
   * @throws NotAllowedError where the portal serves no badges, or saying which tag to set; errors of GlueApi
   */
  async share(
    entityRef: string,
    workflow: WorkflowArn,
    sharedBy: string,
  ): Promise<BadgeResponse> {
    const { enabled, links, owners } = this.options;
    if (!enabled) {
      throw new NotAllowedError(
        'This portal serves no badges: gluePipelines.badges is not true in its configuration',
      );
    }
    await owners.requireForData(entityRef, workflow);
    const subject = { entityRef, workflowArn: workflow.arn };
    return {
      enabled,
      link: await this.described(await links.share(subject, sharedBy)),
    };
  }

  /** Answers whether there was a link. */
  async revoke(entityRef: string, { arn }: WorkflowArn): Promise<boolean> {
    return this.options.links.revoke({ entityRef, workflowArn: arn });
  }

  /** @throws NotFoundError, the same whatever keeps it from being seen */
  async image(token: string): Promise<string> {
    const { enabled, links } = this.options;
    const link = enabled ? await links.byToken(token) : undefined;
    if (!link) {
      throw unknownBadge();
    }
    return this.images.get(token, () => this.draw(link));
  }

  private async draw(link: StoredBadgeLink): Promise<string> {
    const { catalog, auth, owners, summaries, price } = this.options;
    const { entityRef, workflowArn } = link;
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    const workflow = parseWorkflowArnList(
      entity?.metadata.annotations?.[GLUE_WORKFLOW_ARN_ANNOTATION],
    ).workflows.find(({ arn }) => arn === workflowArn);
    const isOwned = await owners.knownOwners([workflowArn]);
    if (!entity || !workflow || !isOwned(entityRef, workflowArn)) {
      throw unknownBadge();
    }
    const [summary] = await summaries.get([workflowArn]);
    const { item } = fleetRow(
      { ...toFleetEntity(entity), withRuns: false },
      workflow,
      summary,
      { now: new Date(), price },
    );
    return badgeSvg(workflow.name, badgeOf(item));
  }

  private async described({ token, sharedBy, sharedAt }: StoredBadgeLink) {
    const base =
      await this.options.discovery.getExternalBaseUrl('glue-pipelines');
    return { url: `${base}/v1/badges/${token}`, sharedBy, sharedAt };
  }
}

function unknownBadge() {
  return new NotFoundError('There is no such badge, or it is shown no more');
}
