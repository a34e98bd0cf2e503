import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  FleetHeadroomResponse,
  HeadroomResponse,
  LocationLoad,
  parseWorkflowArn,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import { KnexRunConfigurations } from '../../database/KnexRunConfigurations';
import { RunStore } from '../../database/RunStore';
import { RunUnderWay, runsUnderWay } from '../../database/RunsUnderWay';
import { FleetService } from '../fleet/FleetService';
import { SharedAnswers } from '../SharedAnswers';
import { WorkflowOwners } from '../WorkflowOwners';

/** How old what is under way may be, in milliseconds. */
const GOOD_FOR_MS = 5_000;

/**
 * How much more can run at once, of what the collector has stored: AWS is asked
 * nothing. What runs without a workflow that the portal knows is not in it.
 */
export class Headroom {
  private readonly underWay = new SharedAnswers<RunUnderWay[]>({
    goodForMs: GOOD_FOR_MS,
    most: 1,
  });

  constructor(
    private readonly options: {
      knex: Knex;
      store: RunStore;
      configurations: KnexRunConfigurations;
      fleet: FleetService;
      owners: WorkflowOwners;
    },
  ) {}

  /**
   * Of a workflow, for who may read its runs.
   * @throws errors of WorkflowOwners
   */
  async of(
    entityRef: string,
    workflow: WorkflowArn,
  ): Promise<HeadroomResponse> {
    const { store, configurations, owners } = this.options;
    const { arn } = workflow;
    await owners.requireForReading(entityRef, workflow);
    const [stored] = await store.getWorkflows([arn]);
    const jobs = (await configurations.newestDefinitions([arn])).get(arn);
    const here = await this.runsAt(locationOf(arn));
    const names = new Set(
      (stored?.definition?.graph.nodes ?? [])
        .filter(({ type }) => type === 'JOB')
        .map(({ name }) => name),
    );
    return {
      runs: {
        running: here.filter(run => run.arn === arn).length,
        most: stored?.definition?.maxConcurrentRuns || undefined,
      },
      jobs: [...names].sort().map(name => ({
        name,
        // Of all workflows: a job's maximum is for all of them together.
        running: here.flatMap(run => run.jobs).filter(job => job === name)
          .length,
        most: jobs?.[name]?.maxConcurrentRuns,
      })),
      location: loadOf(locationOf(arn), here),
      servedAt: new Date().toISOString(),
    };
  }

  /** Of the accounts and regions where a caller may read runs, with their workflows that have as many as they may. */
  async ofFleet(
    credentials: BackstageCredentials,
  ): Promise<FleetHeadroomResponse> {
    const { fleet, store } = this.options;
    const now = new Date();
    const { rows } = await fleet.rows(credentials, now);
    const readable = rows.filter(({ withRuns }) => withRuns);
    const locations = new Set(readable.map(({ item }) => locationOf(item.arn)));
    const underWay = await this.all();
    const running = (arn: string) =>
      underWay.filter(run => run.arn === arn).length;
    const active = readable.filter(({ item }) => running(item.arn) > 0);
    const limits = new Map(
      (
        await store.getWorkflows([
          ...new Set(active.map(({ item }) => item.arn)),
        ])
      ).map(({ arn, definition }) => [arn, definition?.maxConcurrentRuns]),
    );
    return {
      locations: [...locations].sort().map(location =>
        loadOf(
          location,
          underWay.filter(({ arn }) => locationOf(arn) === location),
        ),
      ),
      full: active.flatMap(({ item: { arn, name, entityRef } }) => {
        const most = limits.get(arn);
        return most && running(arn) >= most
          ? [{ arn, name, entityRef, running: running(arn), most }]
          : [];
      }),
      servedAt: now.toISOString(),
    };
  }

  private async runsAt(location: string): Promise<RunUnderWay[]> {
    return (await this.all()).filter(({ arn }) => locationOf(arn) === location);
  }

  private all(): Promise<RunUnderWay[]> {
    const { knex, store } = this.options;
    return this.underWay.get('all', () => runsUnderWay(knex, store));
  }
}

/** Account and region, as a key. */
function locationOf(arn: string): string {
  const { accountId, region } = parseWorkflowArn(arn);
  return `${accountId} ${region}`;
}

function loadOf(location: string, runs: RunUnderWay[]): LocationLoad {
  const [accountId, region] = location.split(' ');
  return {
    accountId,
    region,
    runs: runs.length,
    jobRuns: runs.reduce((sum, { jobs }) => sum + jobs.length, 0),
  };
}
