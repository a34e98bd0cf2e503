import { LoggerService } from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import {
  parseWorkflowArn,
  promiseTexts,
  WORKFLOW_ENTITY_TAG,
  WORKFLOW_WAREHOUSE_TABLE_TAG,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { GlueApi } from '../aws/GlueApi';
import { detailsOf } from '../aws/awsErrors';
import { forEachLimited } from '../collector/forEachLimited';
import { RequireEntityTag } from '../config';
import { KnexWorkflowTags, StoredTag } from '../database/KnexWorkflowTags';

/** How old a workflow's tag may be, in milliseconds. Starts ask for it afresh. */
const MAX_AGE_MS = 60 * 60 * 1000;
/** The same for a tag that keeps something from somebody, who may just have set it. */
const MAX_AGE_OF_REFUSAL_MS = 5 * 60 * 1000;
/** The same for what leads to data, in milliseconds. */
const MAX_AGE_FOR_DATA_MS = 60 * 1000;
/** Milliseconds until Glue is asked again for a tag that it would not tell: twice as long each time. */
const FIRST_RETRY_MS = 60 * 1000;
const LAST_RETRY_MS = MAX_AGE_MS;
/** Milliseconds after which a tag that nobody reads any more is forgotten. */
const FORGET_MS = 30 * 24 * 60 * 60 * 1000;
/** Tags of an account and region read in one round, and at once: Glue reads them one by one (GetTags, AWS Glue API reference). */
const TAGS_PER_ROUND = 100;
const READS_AT_ONCE = 4;
/** How many tags a page view waits for that were never read, and for how many milliseconds. */
const FIRST_READS = 5;
const FIRST_READ_MS = 3_000;

/**
 * Whose a workflow is. An entity's annotation does not prove it, since whoever
 * may edit an entity can write any ARN into it; a tag of the workflow does,
 * because only who may change the workflow can set it.
 */
export class WorkflowOwners {
  private readonly reading = new Map<string, Promise<'done' | 'unavailable'>>();
  private readonly readingForData = new Map<string, Promise<StoredTag>>();
  private readonly failed = new Map<
    string,
    { failures: number; retryAt: number }
  >();

  constructor(
    private readonly options: {
      glue: GlueApi;
      tags: KnexWorkflowTags;
      logger: LoggerService;
    },
    readonly required: RequireEntityTag,
  ) {}

  /**
   * Which of the workflows say that they belong to the entity, as last read.
   * What was never read is read first, unless that is much.
   */
  async ownedBy(
    entityRef: string,
    workflows: WorkflowArn[],
  ): Promise<Set<string>> {
    const arns = workflows.map(({ arn }) => arn);
    let stored = await this.options.tags.get(arns);
    const known = new Set(stored.map(tag => tag.workflowArn));
    // One view waits for a tag, those after it do not.
    const unknown = arns.filter(
      arn => !known.has(arn) && !this.reading.has(arn) && this.mayAsk(arn),
    );
    const refused = stored.filter(
      tag =>
        !belongs(tag.value, entityRef) &&
        tag.readAt.getTime() < Date.now() - MAX_AGE_OF_REFUSAL_MS,
    );
    const readNow = unknown.slice(0, FIRST_READS);
    const reading = this.readAll([
      ...readNow,
      ...refused.slice(0, FIRST_READS).map(tag => tag.workflowArn),
    ]);
    if (readNow.length > 0) {
      await Promise.race([
        reading,
        sleep(FIRST_READ_MS, undefined, { ref: false }),
      ]);
      stored = await this.options.tags.get(arns);
    }
    return new Set(
      stored
        .filter(tag => belongs(tag.value, entityRef))
        .map(tag => tag.workflowArn),
    );
  }

  /**
   * The same for many entities, by what was read before: lists ask AWS nothing.
   * Answers a question for an entity and the ARN of a workflow.
   */
  async knownOwners(
    arns: string[],
  ): Promise<(entityRef: string, arn: string) => boolean> {
    const stored = await this.options.tags.get(arns);
    const values = new Map(stored.map(tag => [tag.workflowArn, tag.value]));
    return (entityRef, arn) => belongs(values.get(arn), entityRef);
  }

  /**
   * Answers whether the workflow says that it belongs to the entity.
   * @throws NotAllowedError saying which tag to set, where reading needs it
   */
  async requireForReading(
    entityRef: string,
    workflow: WorkflowArn,
  ): Promise<boolean> {
    const owned = await this.ownedBy(entityRef, [workflow]);
    if (this.required.reads && owned.size === 0) {
      throw new NotAllowedError(tagProblem(entityRef, workflow));
    }
    return owned.size > 0;
  }

  /**
   * Asks Glue afresh, since a start cannot be taken back.
   * @throws NotAllowedError saying which tag to set; errors of GlueApi
   */
  async requireForWriting(
    entityRef: string,
    workflow: WorkflowArn,
  ): Promise<void> {
    if (!this.required.writes) {
      return;
    }
    const { value } = await this.read(workflow);
    if (!belongs(value, entityRef)) {
      throw new NotAllowedError(tagProblem(entityRef, workflow));
    }
  }

  /**
   * The entity to which the workflow says that it belongs, normalised, as last
   * read; `undefined` where it says none.
   * @throws ServiceUnavailableError where Glue has not told yet
   */
  async ownerOf({ arn }: WorkflowArn): Promise<string | undefined> {
    let [tag] = await this.options.tags.get([arn]);
    if (!tag) {
      await this.readAll([arn]);
      [tag] = await this.options.tags.get([arn]);
    }
    if (!tag) {
      throw new ServiceUnavailableError(
        `AWS Glue does not tell whose ${arn} is`,
      );
    }
    try {
      return tag.value
        ? stringifyEntityRef(
            parseEntityRef(tag.value.trim(), {
              defaultNamespace: DEFAULT_NAMESPACE,
            }),
          )
        : undefined;
    } catch {
      // Anybody who may tag the workflow can write anything there.
      return undefined;
    }
  }

  /**
   * For what the portal's role reads of AWS in the name of the workflow, such
   * as rows and schemas: whatever the configuration says, the workflow has to
   * say that it belongs to the entity, a minute ago at most. Answers with the
   * value of the tag that names the table that it loads.
   * @throws NotAllowedError saying which tag to set; errors of GlueApi
   */
  async requireForData(
    entityRef: string,
    workflow: WorkflowArn,
  ): Promise<{ warehouseTable?: string }> {
    const { arn } = workflow;
    const oldest = Date.now() - MAX_AGE_FOR_DATA_MS;
    let [tag] = await this.options.tags.get([arn]);
    if (!tag || tag.readAt.getTime() < oldest) {
      let reading = this.readingForData.get(arn);
      if (!reading) {
        reading = this.read(workflow).finally(() =>
          this.readingForData.delete(arn),
        );
        this.readingForData.set(arn, reading);
      }
      tag = await reading;
    }
    if (!belongs(tag.value, entityRef)) {
      throw new NotAllowedError(tagProblem(entityRef, workflow));
    }
    return { warehouseTable: tag.warehouseTable };
  }

  /** Reads the tags that are due, so that pages find them. */
  async readDue(): Promise<void> {
    const { tags } = this.options;
    await tags.prune(new Date(Date.now() - FORGET_MS));
    const due = await tags.due(new Date(Date.now() - MAX_AGE_MS));
    const byLocation = new Map<string, string[]>();
    for (const arn of due.filter(candidate => this.mayAsk(candidate))) {
      const { accountId, region } = parseWorkflowArn(arn);
      const key = `${accountId} ${region}`;
      byLocation.set(key, [...(byLocation.get(key) ?? []), arn]);
    }
    // Side by side: an account that hangs delays no other.
    await Promise.all(
      [...byLocation.values()].map(arns =>
        this.readAll(arns.slice(0, TAGS_PER_ROUND)),
      ),
    );
  }

  /** Reads each once, however many ask for it, until one cannot be read now; what is not read stays as it was. */
  private async readAll(arns: string[]): Promise<void> {
    let unavailable = false;
    await forEachLimited(arns, READS_AT_ONCE, async arn => {
      if (unavailable || !this.mayAsk(arn)) {
        return;
      }
      let reading = this.reading.get(arn);
      if (!reading) {
        reading = this.tryToRead(parseWorkflowArn(arn)).finally(() =>
          this.reading.delete(arn),
        );
        this.reading.set(arn, reading);
      }
      unavailable ||= (await reading) === 'unavailable';
    });
  }

  private mayAsk(arn: string): boolean {
    return (this.failed.get(arn)?.retryAt ?? 0) <= Date.now();
  }

  private async tryToRead(
    workflow: WorkflowArn,
  ): Promise<'done' | 'unavailable'> {
    try {
      await this.read(workflow);
      this.failed.delete(workflow.arn);
      return 'done';
    } catch (error) {
      const failures = (this.failed.get(workflow.arn)?.failures ?? 0) + 1;
      const wait = FIRST_RETRY_MS * 2 ** (failures - 1);
      this.failed.set(workflow.arn, {
        failures,
        retryAt: Date.now() + Math.min(wait, LAST_RETRY_MS),
      });
      this.options.logger.warn(
        `Cannot read whose ${workflow.arn} is: ${detailsOf(error)}`,
      );
      // The next one would not be told either.
      return error instanceof ServiceUnavailableError ? 'unavailable' : 'done';
    }
  }

  private async read(workflow: WorkflowArn): Promise<StoredTag> {
    const { glue, tags } = this.options;
    const found = await glue.readTags(workflow);
    const tag = {
      workflowArn: workflow.arn,
      value: found[WORKFLOW_ENTITY_TAG],
      warehouseTable: found[WORKFLOW_WAREHOUSE_TABLE_TAG],
      promises: promiseTexts(found),
      readAt: new Date(),
    };
    await tags.save(tag);
    return tag;
  }
}

/** Entity refs are compared as Backstage compares them: without regard to case. */
function belongs(tag: string | undefined, entityRef: string): boolean {
  return tag?.trim().toLocaleLowerCase('en-US') === entityRef;
}

/** Why something is kept from the entity, and what to do; never to whom the workflow belongs instead. */
export function tagProblem(
  entityRef: string,
  workflow: Pick<WorkflowArn, 'name'>,
): string {
  return `The workflow '${workflow.name}' does not say that it belongs to ${entityRef}. If it does, set its tag ${WORKFLOW_ENTITY_TAG} to ${entityRef}`;
}
