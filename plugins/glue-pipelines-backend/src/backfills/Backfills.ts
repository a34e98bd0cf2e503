import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  Backfill,
  BackfillRequest,
  BackfillItem as PlannedItem,
  parseWorkflowArn,
  RunHealth,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { detailsOf, remedyOf } from '../aws/awsErrors';
import { RunChange } from '../changes/RunChange';
import { RunStore } from '../database/RunStore';
import { HttpError } from '../service/HttpError';
import { RunControl } from '../service/RunControl';
import { checkRunProperties } from '../service/runProperties';
import { WorkflowOwners } from '../service/WorkflowOwners';
import { BackfillItem, BackfillStore, StoredBackfill } from './BackfillStore';
import { goesOn, planBackfill, valuesOf } from './planBackfill';

/** Backfills of a workflow that are shown. */
const SHOWN = 5;
/** So many failures one after the other end a backfill: what comes next would fail, too. */
const FAILURES = 3;

const FAILED: ReadonlySet<RunHealth> = new Set(['failed', 'partially-failed']);

/** Refusals that pass by themselves. */
const PASSING = new Set([
  'ConflictError',
  'ServiceUnavailableError',
  'ThrottledError',
  'TooManyStartsError',
  'UnreachableError',
]);

const reasonOf = (error: unknown) =>
  error instanceof HttpError
    ? error.message
    : remedyOf(error, "A run could not be started. The portal's log says why");

const longest = (values: string[]) =>
  values.reduce((a, b) => (b.length > a.length ? b : a));

/**
 * Runs of a workflow for each value of a run property, such as each day of a
 * month: a few at once, each value once, for callers that are authorized
 * already. What starts them is idempotent, so that a replica that dies in the
 * middle neither loses a value nor runs one twice.
 */
export class Backfills {
  /** Those that this replica works on, and those that are to be looked at anew after that. */
  private readonly inHand = new Set<string>();
  private readonly again = new Set<string>();

  constructor(
    private readonly options: {
      store: BackfillStore;
      runs: RunStore;
      control: RunControl;
      owners: WorkflowOwners;
      logger: LoggerService;
    },
  ) {}

  /**
   * What a backfill would start. Tells of run properties, so it is for those
   * who may start the workflow.
   * @throws InputError naming the field; errors of WorkflowOwners
   */
  async preview(
    entityRef: string,
    workflow: WorkflowArn,
    request: BackfillRequest,
  ): Promise<PlannedItem[]> {
    const { owners, runs } = this.options;
    await owners.requireForWriting(entityRef, workflow);
    const values = valuesOf(request);
    checkRunProperties({
      ...request.properties,
      [request.property]: longest(values),
    });
    return planBackfill(
      values,
      request.which,
      await runs.lastRunsBy(workflow.arn, request.property),
    );
  }

  /**
   * Begins a backfill and answers with its id.
   * @throws ConflictError while one of the workflow goes on, InputError where
   * nothing is to be started; errors of `preview`
   */
  async begin(
    entityRef: string,
    workflow: WorkflowArn,
    request: BackfillRequest,
    startedBy: string,
  ): Promise<string> {
    const planned = await this.preview(entityRef, workflow, request);
    const values = planned
      .filter(({ starts }) => starts)
      .map(({ value }) => value);
    if (values.length === 0) {
      throw new InputError(
        `which: no value is ${request.which}, so there is nothing to start`,
      );
    }
    const { [request.property]: _, ...properties } = request.properties ?? {};
    const id = await this.options.store.create({
      workflowArn: workflow.arn,
      entityRef,
      property: request.property,
      values,
      properties,
      atOnce: request.atOnce,
      startedBy,
    });
    if (!id) {
      throw new ConflictError(
        `A backfill of workflow '${workflow.name}' goes on already. Wait until it has ended, or stop it`,
      );
    }
    // Whoever asked has its answer before the runs have begun.
    this.advance(workflow.arn).catch(error => this.warn(workflow.arn, error));
    return id;
  }

  /**
   * The last ones of a workflow, newest first.
   * @throws errors of WorkflowOwners
   */
  async list(entityRef: string, workflow: WorkflowArn): Promise<Backfill[]> {
    const { store, owners } = this.options;
    await owners.requireForReading(entityRef, workflow);
    const stored = await store.list(entityRef, workflow.arn, SHOWN);
    return Promise.all(
      stored.map(async backfill => ({
        id: backfill.id,
        property: backfill.property,
        atOnce: backfill.atOnce,
        startedBy: backfill.startedBy,
        createdAt: backfill.createdAt,
        endedAt: backfill.endedAt,
        stoppedBy: backfill.stoppedBy,
        problem: backfill.problem,
        items: (await store.items(backfill)).map(({ value, run }) => ({
          value,
          run,
        })),
      })),
    );
  }

  /**
   * Begins no further runs; those that go on go on.
   * @throws NotFoundError for one that the workflow has not, ConflictError for
   * one that has ended; errors of WorkflowOwners
   */
  async stop(
    entityRef: string,
    workflow: WorkflowArn,
    id: string,
    stoppedBy: string,
  ): Promise<void> {
    const { store, owners } = this.options;
    await owners.requireForWriting(entityRef, workflow);
    const stored = await store.list(entityRef, workflow.arn, SHOWN);
    if (!stored.some(backfill => backfill.id === id)) {
      throw new NotFoundError(
        `Workflow '${workflow.name}' has no backfill '${id.slice(0, 40)}'`,
      );
    }
    if (!(await store.end(id, { stoppedBy }))) {
      throw new ConflictError('The backfill has ended already');
    }
  }

  /** Where a run has ended, the next may begin. */
  readonly onChange = async (change: RunChange): Promise<void> => {
    if (!goesOn(change.after)) {
      await this.advance(change.workflowArn);
    }
  };

  /** Starts what may start, of all workflows or of one. */
  async advance(workflowArn?: string): Promise<void> {
    for (const backfill of await this.options.store.open(workflowArn)) {
      if (this.inHand.has(backfill.id)) {
        this.again.add(backfill.id);
      } else {
        await this.advanceOne(backfill);
      }
    }
  }

  private async advanceOne(backfill: StoredBackfill): Promise<void> {
    const { store } = this.options;
    const { id } = backfill;
    this.inHand.add(id);
    try {
      if (await store.take(id)) {
        try {
          do {
            this.again.delete(id);
            await this.startNext(backfill);
          } while (this.again.has(id));
        } finally {
          await store.release(id);
        }
      }
    } catch (error) {
      this.warn(backfill.workflowArn, error);
    } finally {
      this.inHand.delete(id);
    }
  }

  private async startNext(backfill: StoredBackfill): Promise<void> {
    const { store } = this.options;
    const items = await store.items(backfill);
    const going = items.filter(({ run }) => run && goesOn(run.health));
    if (failuresAtEnd(items) >= FAILURES) {
      await store.end(backfill.id, {
        problem: `The last ${FAILURES} runs failed one after the other, so no more are started. Find out why, then begin a backfill of what is missing or failed`,
      });
      return;
    }
    const waiting = items.filter(({ run }) => !run);
    if (waiting.length === 0 && going.length === 0) {
      await store.end(backfill.id);
      return;
    }
    const free = Math.max(0, backfill.atOnce - going.length);
    for (const item of waiting.slice(0, free)) {
      if (!(await this.startItem(backfill, item))) {
        return;
      }
    }
  }

  /** Answers whether the next one may start. */
  private async startItem(
    backfill: StoredBackfill,
    { position, value }: BackfillItem,
  ): Promise<boolean> {
    const { store, control } = this.options;
    const { id, entityRef, workflowArn, property, startedBy } = backfill;
    const [now] = await store.open(workflowArn);
    if (now?.id !== id) {
      // Stopped meanwhile.
      return false;
    }
    try {
      const runId = await control.start(entityRef, {
        workflow: parseWorkflowArn(workflowArn),
        properties: { ...backfill.properties, [property]: value },
        startedBy,
        key: `backfill-${id}-${position}`,
      });
      await store.started(id, position, runId);
      return true;
    } catch (error) {
      if (error instanceof Error && PASSING.has(error.name)) {
        await store.waits(id, reasonOf(error));
      } else {
        this.warn(workflowArn, error);
        await store.end(id, { problem: reasonOf(error) });
      }
      return false;
    }
  }

  private warn(workflowArn: string, error: unknown) {
    this.options.logger.warn(
      `The backfill of ${workflowArn} does not go on: ${detailsOf(error)}`,
    );
  }
}

/** Failures one after the other of the runs that have ended, the last ones of the order. */
function failuresAtEnd(items: BackfillItem[]): number {
  const ended = items.flatMap(({ run }) =>
    run && !goesOn(run.health) ? [run.health] : [],
  );
  const good = ended.reverse().findIndex(health => !FAILED.has(health));
  return good === -1 ? ended.length : good;
}
