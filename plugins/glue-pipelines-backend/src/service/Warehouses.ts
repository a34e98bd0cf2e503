import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  answersQueries,
  InvalidWarehouseError,
  LoadErrorsResponse,
  parseWarehouseTable,
  WarehouseResponse,
  WarehouseRowsResponse,
  WarehouseTable,
  WarehouseTableRef,
  warehouseTableTag,
  WORKFLOW_WAREHOUSE_TABLE_TAG,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { detailsOf, remedyOf } from '../aws/awsErrors';
import { notUp } from '../aws/statements';
import { WarehouseApi, WarehouseDescription } from '../aws/WarehouseApi';
import { AuthorizedEntity } from './EntityWorkflows';
import { SharedAnswers } from './SharedAnswers';
import { suggestedWarehouseTable } from './suggestedWarehouseTable';
import {
  countRows,
  selectLastLoad,
  selectLoadErrors,
  selectRows,
  selectSize,
  selectTableId,
} from './warehouseQueries';
import { boundedRows, MOST_COLUMNS, toInstant } from './warehouseRows';
import { WorkflowOwners } from './WorkflowOwners';

const STATUS_GOOD_FOR_MS = 30_000;
const TABLE_GOOD_FOR_MS = 60_000;
/** Answers of each kind that are kept: rows take up to a quarter of a megabyte. */
const MOST_ANSWERS = 100;
const MOST_LOAD_ERRORS = 50;

/** An answer, and when AWS gave it. */
type Read<T> = T & { readAt: string };

/**
 * The tables that workflows load, for callers that are authorized already. Which
 * table that is, a tag of the workflow says; the entity's annotations do not
 * count, since whoever may edit an entity can write any name into them.
 */
export class Warehouses {
  private readonly descriptions = new SharedAnswers<Read<WarehouseDescription>>(
    { goodForMs: STATUS_GOOD_FOR_MS, most: MOST_ANSWERS },
  );
  private readonly tables = new SharedAnswers<WarehouseTable>({
    goodForMs: TABLE_GOOD_FOR_MS,
    most: MOST_ANSWERS,
  });
  private readonly firstRows = new SharedAnswers<WarehouseRowsResponse>({
    goodForMs: TABLE_GOOD_FOR_MS,
    most: MOST_ANSWERS,
  });
  private readonly errors = new SharedAnswers<LoadErrorsResponse>({
    goodForMs: TABLE_GOOD_FOR_MS,
    most: MOST_ANSWERS,
  });

  constructor(
    private readonly options: {
      warehouse: WarehouseApi;
      owners: WorkflowOwners;
      logger: LoggerService;
    },
  ) {}

  /**
   * The table that the workflow says it loads.
   * @throws NotFoundError saying which tag to set, where the workflow does not
   * tell; errors of WorkflowOwners
   */
  async tableOf(
    entity: AuthorizedEntity,
    workflow: WorkflowArn,
  ): Promise<WarehouseTableRef> {
    const { warehouseTable } = await this.options.owners.requireForData(
      entity.entityRef,
      workflow,
    );
    if (!warehouseTable) {
      const value = suggestedWarehouseTable(entity.annotations, workflow);
      throw new NotFoundError(
        `The workflow '${workflow.name}' does not say which table it loads. Set its tag ${WORKFLOW_WAREHOUSE_TABLE_TAG}, e.g. to ${value}`,
      );
    }
    try {
      return parseWarehouseTable(warehouseTable);
    } catch (error) {
      if (error instanceof InvalidWarehouseError) {
        throw new NotFoundError(
          `The tag ${WORKFLOW_WAREHOUSE_TABLE_TAG} of the workflow '${workflow.name}' is wrong: ${error.message}`,
        );
      }
      throw error;
    }
  }

  /** How the warehouse is, and the table as far as it can be read. */
  async read(
    workflow: WorkflowArn,
    ref: WarehouseTableRef,
  ): Promise<WarehouseResponse> {
    const description = await this.describe(workflow, ref);
    return {
      kind: ref.kind,
      name: ref.warehouse,
      ...description,
      table: answersQueries(description.state)
        ? await this.tables.get(keyOf(workflow, ref), () =>
            this.readTable(workflow, ref),
          )
        : {
            ...nameOf(ref),
            problems: [notAnswering(ref, description).message],
            readAt: description.readAt,
          },
    };
  }

  /**
   * The first rows, of no particular order, each value and all together bounded.
   * @throws ServiceUnavailableError while the warehouse does not answer; errors of WarehouseApi
   */
  async rows(
    workflow: WorkflowArn,
    ref: WarehouseTableRef,
    limit: number,
  ): Promise<WarehouseRowsResponse> {
    await this.requireAnswering(workflow, ref);
    const key = `${keyOf(workflow, ref)} ${limit}`;
    return this.firstRows.get(key, async () => {
      const { warehouse } = this.options;
      const all = await warehouse.readColumns(workflow, ref);
      const columns = all.slice(0, MOST_COLUMNS);
      // One more than is shown tells whether there are more.
      const rows = await warehouse.query(
        workflow,
        ref,
        selectRows(ref, columns, limit + 1),
      );
      return {
        columns,
        columnsLeftOut: all.length - columns.length,
        ...boundedRows(rows, limit),
        readAt: now(),
      };
    });
  }

  /**
   * What COPY could not load, newest first.
   * @throws ServiceUnavailableError while the warehouse does not answer; errors of WarehouseApi
   */
  async loadErrors(
    workflow: WorkflowArn,
    ref: WarehouseTableRef,
  ): Promise<LoadErrorsResponse> {
    await this.requireAnswering(workflow, ref);
    return this.errors.get(keyOf(workflow, ref), async () => {
      const { warehouse } = this.options;
      const [found] = await warehouse.query(workflow, ref, selectTableId(ref));
      const tableId = found?.[0];
      if (!tableId) {
        return { items: [], readAt: now() };
      }
      const rows = await warehouse.query(
        workflow,
        ref,
        selectLoadErrors(ref, tableId, MOST_LOAD_ERRORS),
      );
      return {
        items: rows.map(([at, file, line, column, type, code, reason]) => ({
          at: toInstant(at),
          file: file ?? '',
          line: Number(line),
          column: column ?? '',
          type: type ?? '',
          code: Number(code),
          reason: reason ?? '',
        })),
        readAt: now(),
      };
    });
  }

  private describe(workflow: WorkflowArn, ref: WarehouseTableRef) {
    const { accountId, region } = workflow;
    const key = [accountId, region, ref.kind, ref.warehouse].join(' ');
    return this.descriptions.get(key, async () => ({
      ...(await this.options.warehouse.describe(workflow, ref)),
      readAt: now(),
    }));
  }

  private async requireAnswering(
    workflow: WorkflowArn,
    ref: WarehouseTableRef,
  ): Promise<void> {
    const description = await this.describe(workflow, ref);
    if (!answersQueries(description.state)) {
      throw notAnswering(ref, description);
    }
  }

  /** What can be read, side by side; each part that cannot be is a problem. */
  private async readTable(
    workflow: WorkflowArn,
    ref: WarehouseTableRef,
  ): Promise<WarehouseTable> {
    const { warehouse, logger } = this.options;
    const problems = new Set<string>();
    const tried = async <T>(part: string, read: Promise<T>) => {
      try {
        return await read;
      } catch (error) {
        logger.warn(
          `Cannot read ${part} of ${warehouseTableTag(ref)}: ${detailsOf(error)}`,
        );
        problems.add(`No ${part}. ${remedyOf(error)}`);
        return undefined;
      }
    };
    const [columns, count, size, load] = await Promise.all([
      tried('columns', warehouse.readColumns(workflow, ref)),
      tried('row count', warehouse.query(workflow, ref, countRows(ref))),
      tried('size', warehouse.query(workflow, ref, selectSize(ref))),
      tried('last load', warehouse.query(workflow, ref, selectLastLoad(ref))),
    ]);
    const [endedAt, rows] = load?.[0] ?? [];
    return {
      ...nameOf(ref),
      columns,
      rowCount: numberOf(count?.[0]?.[0]),
      sizeMb: numberOf(size?.[0]?.[0]),
      lastLoad: endedAt
        ? { endedAt: toInstant(endedAt), rows: Number(rows) }
        : undefined,
      ...(problems.size > 0 && { problems: [...problems] }),
      readAt: now(),
    };
  }
}

function notAnswering(
  ref: WarehouseTableRef,
  { state, rawStatus }: WarehouseDescription,
): Error {
  return state === 'starting'
    ? notUp(ref)
    : new ServiceUnavailableError(
        `The ${ref.kind} '${ref.warehouse}' is ${rawStatus}: its tables can be read when it is available`,
      );
}

function keyOf({ accountId, region }: WorkflowArn, ref: WarehouseTableRef) {
  return [accountId, region, warehouseTableTag(ref)].join(' ');
}

function nameOf({ database, schema, table }: WarehouseTableRef) {
  return { database, schema, name: table };
}

function numberOf(value: string | null | undefined): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}

function now() {
  return new Date().toISOString();
}
