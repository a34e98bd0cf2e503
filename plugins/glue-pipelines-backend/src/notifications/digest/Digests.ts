import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  judgePromises,
  parseWorkflowArnList,
  PromiseTexts,
  promiseTexts,
} from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import { namingEntities } from '../../collector/namingEntities';
import { databaseClock } from '../../database/databaseClock';
import { endedRuns } from '../../database/EndedRuns';
import { WorkflowSummaries } from '../../database/WorkflowSummaries';
import { WorkflowOwners } from '../../service/WorkflowOwners';
import { KnexNotices } from '../KnexNotices';
import { DigestSchedule } from './Digest';
import { DigestWorkflow, digestOf } from './digestOf';
import { DigestPeriod, digestPeriod } from './digestPeriod';

/** With what its entity promises. */
type Owned = Pick<DigestWorkflow, 'arn' | 'name'> & { promises: PromiseTexts };

/**
 * Makes the digests that are due, once for each owner and period, however many
 * replicas try. Nothing is asked of AWS.
 */
export class Digests {
  private readonly clock: () => Promise<Date>;
  private readonly summaries: WorkflowSummaries;

  constructor(
    private readonly options: {
      knex: Knex;
      notices: KnexNotices;
      owners: WorkflowOwners;
      catalog: CatalogService;
      auth: AuthService;
      logger: LoggerService;
      schedule: DigestSchedule;
      /** The time, as all replicas have it. */
      clock?: () => Promise<Date>;
    },
  ) {
    this.clock = options.clock ?? databaseClock(options.knex);
    this.summaries = new WorkflowSummaries(options.knex);
  }

  async makeDue(): Promise<void> {
    const { notices, schedule, logger } = this.options;
    const period = digestPeriod(schedule, await this.clock());
    if (!period || (await notices.areDigestsMade(period.until))) {
      return;
    }
    const byOwner = await this.ownedByOwner();
    for (const [owner, owned] of byOwner) {
      const digest = await this.digestOf(period, owned);
      await notices.addDigest(owner, digest);
    }
    await notices.digestsMade(period.until);
    logger.info(
      `Owners that are told of the ${schedule.every} to ${period.until}: ${byOwner.size}`,
    );
  }

  /** What each owner has: workflows whose tag names an entity of theirs that names them. */
  private async ownedByOwner(): Promise<Map<string, Owned[]>> {
    const { owners } = this.options;
    const found = new Map<string, Owned[]>();
    for await (const entity of namingEntities(this.options)) {
      const { annotations = {} } = entity.metadata;
      const owner = entity.relations?.find(
        ({ type }) => type === RELATION_OWNED_BY,
      )?.targetRef;
      const { workflows } = parseWorkflowArnList(
        annotations[GLUE_WORKFLOW_ARN_ANNOTATION],
      );
      if (owner && workflows.length > 0) {
        const belongs = await owners.knownOwners(
          workflows.map(({ arn }) => arn),
        );
        const entityRef = stringifyEntityRef(entity);
        const owned = workflows
          .filter(({ arn }) => belongs(entityRef, arn))
          .map(({ arn, name }) => ({
            arn,
            name,
            promises: promiseTexts(annotations),
          }));
        if (owned.length > 0) {
          found.set(owner, [...(found.get(owner) ?? []), ...owned]);
        }
      }
    }
    return found;
  }

  private async digestOf(period: DigestPeriod, owned: Owned[]) {
    const { knex, notices, schedule } = this.options;
    const { since, from, until } = period;
    const arns = owned.map(({ arn }) => arn);
    const known = new Map(
      (await this.summaries.get(arns)).map(summary => [summary.arn, summary]),
    );
    const told = await notices.toldLate(arns, from, until);
    const workflows = owned.map(({ arn, name, promises }): DigestWorkflow => {
      const summary = known.get(arn);
      const [first] = judgePromises(
        { ...summary?.promises, ...promises },
        summary ?? {},
        new Date(until),
      );
      const isLate = told.has(arn) || first?.state === 'late';
      return {
        arn,
        name,
        lastHealth: summary?.lastHealth,
        brokenPromise: isLate ? first?.promise : undefined,
      };
    });
    const runs = await endedRuns(knex, arns, since, until);
    return digestOf(schedule.every, period, workflows, runs);
  }
}
