import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  UnnamedLocation,
  UnnamedWorkflowsResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueApi } from '../../aws/GlueApi';
import { CollectionStates } from '../../database/CollectionStates';
import { CollectorHealth } from '../../health/CollectorHealth';
import { keyOf, parseLocation } from '../../health/locations';
import { SharedAnswers } from '../SharedAnswers';

/** How old the lists of AWS may be, in milliseconds. */
const GOOD_FOR_MS = 30_000;

/**
 * The workflows of the accounts and regions that the portal reads which no
 * entity names: what an adopter has still to add.
 */
export class UnnamedWorkflows {
  private readonly lists = new SharedAnswers<string[]>({
    goodForMs: GOOD_FOR_MS,
    most: 100,
  });

  constructor(
    private readonly options: {
      glue: GlueApi;
      states: CollectionStates;
      health: CollectorHealth;
      logger: LoggerService;
    },
  ) {}

  /** @throws NotAllowedError for who may not see the accounts of all teams */
  async read(
    credentials: BackstageCredentials,
  ): Promise<UnnamedWorkflowsResponse> {
    const { health, states } = this.options;
    await health.requireReading(credentials);
    const named = await states.namedByLocation();
    const locations = await Promise.all(
      [...named].map(([location, arns]) => this.at(location, arns)),
    );
    return {
      locations: locations.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      servedAt: new Date().toISOString(),
    };
  }

  /** An account that cannot be read hides no other. */
  private async at(
    location: string,
    named: ReadonlySet<string>,
  ): Promise<UnnamedLocation> {
    const { glue, logger } = this.options;
    const { accountId, region, ...place } = parseLocation(location);
    const here = { accountId, region };
    try {
      const names = await this.lists.get(location, () =>
        glue.listWorkflowNames({ ...here, ...place }),
      );
      return {
        ...here,
        workflows: names
          .map(name => ({ name, arn: `${location}:workflow/${name}` }))
          .filter(({ arn }) => !named.has(arn)),
      };
    } catch (error) {
      logger.warn(`Workflows without an entity are not known: ${error}`);
      return { ...here, workflows: [], problem: (error as Error).message };
    }
  }
}
