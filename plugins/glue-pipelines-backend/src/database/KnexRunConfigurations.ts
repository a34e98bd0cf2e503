import { JobDefinition } from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { databaseClock } from './databaseClock';
import { storable } from './storable';

/** ARNs per statement: well below the databases' limits on parameters. */
const CHUNK = 500;

interface RunConfigurationRow {
  workflow_arn: string;
  run_id: string;
  job_arguments: string;
  definitions_hash: string | null;
  definitions_problem: string | null;
  definitions_asked: boolean | 0 | 1;
}

/** What is the same in all runs between two changes of a workflow's jobs. */
export interface JobDefinitionsRow {
  workflow_arn: string;
  hash: string;
  body: string;
  used_at: string;
}

/** With what a run was made, as far as it was read. */
export interface RunConfiguration {
  jobArguments: Record<string, Record<string, string>>;
  /** By job name. */
  jobs?: Record<string, JobDefinition>;
  /** Why they could not be read, for a person. */
  problem?: string;
}

/** The definitions and arguments of the jobs of runs. They go with their run. */
export class KnexRunConfigurations {
  private readonly clock: () => Promise<Date>;

  constructor(private readonly knex: Knex) {
    this.clock = databaseClock(knex);
  }

  /** `undefined` for a run whose graph was not read since this is stored. */
  async get(arn: string, runId: string): Promise<RunConfiguration | undefined> {
    const row = await this.rows()
      .where({ workflow_arn: storable(arn), run_id: storable(runId) })
      .first();
    if (!row) {
      return undefined;
    }
    const definitions = await this.knex<JobDefinitionsRow>('job_definitions')
      .where({
        workflow_arn: storable(arn),
        hash: row.definitions_hash ?? '',
      })
      .first();
    return {
      jobArguments: JSON.parse(row.job_arguments),
      jobs: definitions && JSON.parse(definitions.body),
      problem: row.definitions_problem ?? undefined,
    };
  }

  /** How the jobs of workflows were defined when that was read last, by ARN and job name. */
  async newestDefinitions(
    arns: string[],
  ): Promise<Map<string, Record<string, JobDefinition>>> {
    const found = new Map<string, Record<string, JobDefinition>>();
    for (let i = 0; i < arns.length; i += CHUNK) {
      const placed = this.knex<JobDefinitionsRow>('job_definitions')
        .whereIn('workflow_arn', arns.slice(i, i + CHUNK).map(storable))
        .select(
          'workflow_arn',
          'body',
          this.knex.raw(
            'row_number() OVER (PARTITION BY workflow_arn ORDER BY used_at DESC, hash) AS place',
          ),
        );
      const rows = await this.knex
        .from(placed.as('placed'))
        .where('place', 1)
        .select<JobDefinitionsRow[]>('workflow_arn', 'body');
      for (const { workflow_arn, body } of rows) {
        found.set(workflow_arn, JSON.parse(body));
      }
    }
    return found;
  }

  /** @param jobArguments by job name; the run is stored already */
  async saveArguments(
    arn: string,
    runId: string,
    jobArguments: Record<string, Record<string, string>>,
  ): Promise<void> {
    await this.rows()
      .insert({
        workflow_arn: arn,
        run_id: storable(runId),
        job_arguments: JSON.stringify(jobArguments),
        definitions_asked: false,
      })
      .onConflict(['workflow_arn', 'run_id'])
      .merge(['job_arguments']);
  }

  /** Those of the runs whose job definitions are to be read. */
  async withoutDefinitions(arn: string, runIds: string[]): Promise<string[]> {
    const rows = await this.rows()
      .where({ workflow_arn: arn, definitions_asked: false })
      .whereIn('run_id', runIds)
      .select('run_id');
    return rows.map(row => row.run_id);
  }

  /** Stores the definitions of a run once for all runs that have the same. */
  async saveDefinitions(
    arn: string,
    runId: string,
    jobs: Record<string, JobDefinition>,
  ): Promise<void> {
    const body = JSON.stringify(
      Object.fromEntries(
        Object.entries(jobs).sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    );
    const hash = createHash('sha256').update(body).digest('base64url');
    const now = await this.clock();
    await this.knex.transaction(async trx => {
      await trx<JobDefinitionsRow>('job_definitions')
        .insert({
          workflow_arn: arn,
          hash,
          body,
          used_at: now.toISOString(),
        })
        .onConflict(['workflow_arn', 'hash'])
        .merge(['used_at']);
      await trx<RunConfigurationRow>('run_configurations')
        .where({ workflow_arn: arn, run_id: runId })
        .update({
          definitions_hash: hash,
          definitions_problem: null,
          definitions_asked: true,
        });
    });
  }

  /** @param options.final AWS need not be asked again for this run */
  async saveProblem(
    arn: string,
    runIds: string[],
    problem: string,
    { final }: { final: boolean },
  ): Promise<void> {
    await this.rows()
      .where({ workflow_arn: arn })
      .whereIn('run_id', runIds)
      .update({
        definitions_problem: storable(problem),
        definitions_asked: final,
      });
  }

  private rows() {
    return this.knex<RunConfigurationRow>('run_configurations');
  }
}
