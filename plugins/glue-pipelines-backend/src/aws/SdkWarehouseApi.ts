import {
  DescribeClustersCommand,
  RedshiftClient,
} from '@aws-sdk/client-redshift';
import {
  CancelStatementCommand,
  DescribeStatementCommand,
  ExecuteStatementCommand,
  paginateDescribeTable,
  paginateGetStatementResult,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import {
  GetWorkgroupCommand,
  RedshiftServerlessClient,
} from '@aws-sdk/client-redshift-serverless';
import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  qualifiedName,
  warehouseState,
  WarehouseTableRef,
} from '@glue-pipelines/backstage-plugin-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsCalls } from './AwsCalls';
import { detailsOf } from './awsErrors';
import { GlueLocation } from './GlueApi';
import { OperationName } from './operations';
import { noAnswerInTime, statementError, valueText } from './statements';
import {
  WarehouseApi,
  WarehouseColumn,
  WarehouseDescription,
  WarehouseQuery,
  WarehouseRow,
} from './WarehouseApi';

/** Milliseconds until a statement is cancelled: people wait for it. */
const STATEMENT_LIMIT_MS = 20_000;
/** Milliseconds between looks at a statement: most take less than a second. */
const FIRST_LOOK_MS = 100;
const LAST_LOOK_MS = 1_000;

/** Redshift through the AWS SDK, with the database user of the portal's own role. */
export class SdkWarehouseApi implements WarehouseApi {
  constructor(
    private readonly calls: AwsCalls,
    private readonly options: { logger: LoggerService; limitMs?: number },
  ) {}

  async describe(
    location: GlueLocation,
    table: WarehouseTableRef,
  ): Promise<WarehouseDescription> {
    return table.kind === 'cluster'
      ? this.describeCluster(location, table.warehouse)
      : this.describeWorkgroup(location, table.warehouse);
  }

  async readColumns(
    location: GlueLocation,
    table: WarehouseTableRef,
  ): Promise<WarehouseColumn[]> {
    const subject = subjectOf(table);
    const columns = await this.inTime(table, abortSignal =>
      this.data(location, 'DescribeTable', subject, async client => {
        const found = [];
        const pages = paginateDescribeTable(
          { client },
          { ...target(table), Schema: table.schema, Table: table.table },
          { abortSignal },
        );
        for await (const page of pages) {
          found.push(...(page.ColumnList ?? []));
        }
        return found;
      }),
    );
    if (columns.length === 0) {
      throw new NotFoundError(
        `There is no ${subject}, or the portal's database user may not see it`,
      );
    }
    return columns.map(({ name, typeName, length, scale, nullable }) => ({
      name: name ?? '',
      type: typeName ?? '',
      length: length || undefined,
      scale: scale || undefined,
      nullable: nullable !== 0,
    }));
  }

  query(
    location: GlueLocation,
    table: WarehouseTableRef,
    query: WarehouseQuery,
  ): Promise<WarehouseRow[]> {
    return this.inTime(table, async signal => {
      const id = await this.submit(location, table, query, signal);
      let running = true;
      try {
        const failure = await this.waitFor(location, table, id, signal);
        running = false;
        if (failure) {
          throw failure;
        }
        return await this.readResult(location, table, id, signal);
      } finally {
        if (running) {
          await this.cancel(location, table, id);
        }
      }
    });
  }

  private async submit(
    location: GlueLocation,
    table: WarehouseTableRef,
    { sql, parameters = {} }: WarehouseQuery,
    abortSignal: AbortSignal,
  ): Promise<string | undefined> {
    const values = Object.entries(parameters);
    const command = new ExecuteStatementCommand({
      ...target(table),
      Sql: sql,
      ...(values.length > 0 && {
        Parameters: values.map(([name, value]) => ({ name, value })),
      }),
    });
    const { Id } = await this.data(
      location,
      'ExecuteStatement',
      subjectOf(table),
      client => client.send(command, { abortSignal }),
    );
    return Id;
  }

  private async describeCluster(
    location: GlueLocation,
    name: string,
  ): Promise<WarehouseDescription> {
    const subject = `cluster '${name}'`;
    const { Clusters } = await this.calls.reading(
      {
        client: RedshiftClient,
        location,
        operation: 'DescribeClusters',
        subject,
      },
      client =>
        client.send(new DescribeClustersCommand({ ClusterIdentifier: name })),
    );
    const [cluster] = Clusters ?? [];
    if (!cluster) {
      throw new NotFoundError(`Amazon Redshift answered without ${subject}`);
    }
    const rawStatus = cluster.ClusterStatus ?? '';
    return {
      state: warehouseState('cluster', rawStatus),
      rawStatus,
      endpoint: endpointOf(cluster.Endpoint?.Address, cluster.Endpoint?.Port),
      nodeType: cluster.NodeType,
      nodes: cluster.NumberOfNodes,
    };
  }

  private async describeWorkgroup(
    location: GlueLocation,
    name: string,
  ): Promise<WarehouseDescription> {
    const subject = `workgroup '${name}'`;
    const { workgroup } = await this.calls.reading(
      {
        client: RedshiftServerlessClient,
        location,
        operation: 'GetWorkgroup',
        subject,
      },
      client => client.send(new GetWorkgroupCommand({ workgroupName: name })),
    );
    if (!workgroup) {
      throw new NotFoundError(
        `Amazon Redshift Serverless answered without ${subject}`,
      );
    }
    const rawStatus = workgroup.status ?? '';
    return {
      state: warehouseState('workgroup', rawStatus),
      rawStatus,
      endpoint: endpointOf(
        workgroup.endpoint?.address,
        workgroup.endpoint?.port,
      ),
      baseCapacity: workgroup.baseCapacity,
      maxCapacity: workgroup.maxCapacity,
    };
  }

  /** Answers when the statement has ended, with what it failed of. */
  private async waitFor(
    location: GlueLocation,
    table: WarehouseTableRef,
    Id: string | undefined,
    abortSignal: AbortSignal,
  ): Promise<Error | undefined> {
    const subject = subjectOf(table);
    for (
      let wait = FIRST_LOOK_MS;
      ;
      wait = Math.min(wait * 1.5, LAST_LOOK_MS)
    ) {
      const { Status, Error: error } = await this.data(
        location,
        'DescribeStatement',
        subject,
        client =>
          client.send(new DescribeStatementCommand({ Id }), { abortSignal }),
      );
      if (Status === 'FINISHED') {
        return undefined;
      }
      if (Status === 'FAILED' || Status === 'ABORTED') {
        return statementError(error ?? Status, table);
      }
      await sleep(wait, undefined, { signal: abortSignal });
    }
  }

  private readResult(
    location: GlueLocation,
    table: WarehouseTableRef,
    Id: string | undefined,
    abortSignal: AbortSignal,
  ): Promise<WarehouseRow[]> {
    const subject = subjectOf(table);
    return this.data(location, 'GetStatementResult', subject, async client => {
      const rows: WarehouseRow[] = [];
      const pages = paginateGetStatementResult(
        { client },
        { Id },
        { abortSignal },
      );
      for await (const { Records } of pages) {
        rows.push(...(Records ?? []).map(record => record.map(valueText)));
      }
      return rows;
    });
  }

  /** What nobody waits for any more shall not work on, nor keep a workgroup awake. */
  private async cancel(
    location: GlueLocation,
    table: WarehouseTableRef,
    Id: string | undefined,
  ): Promise<void> {
    const subject = subjectOf(table);
    try {
      await this.data(location, 'CancelStatement', subject, client =>
        client.send(new CancelStatementCommand({ Id })),
      );
    } catch (error) {
      // Mostly it has ended already, which AWS answers with an error.
      this.options.logger.debug(
        `Statement ${Id} is not cancelled: ${detailsOf(error)}`,
      );
    }
  }

  private async inTime<T>(
    table: WarehouseTableRef,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const limitMs = this.options.limitMs ?? STATEMENT_LIMIT_MS;
    const signal = AbortSignal.timeout(limitMs);
    try {
      return await work(signal);
    } catch (error) {
      throw signal.aborted ? noAnswerInTime(table, limitMs, error) : error;
    }
  }

  private data<T>(
    location: GlueLocation,
    operation: OperationName,
    subject: string,
    send: (client: RedshiftDataClient) => Promise<T>,
  ): Promise<T> {
    return this.calls.reading(
      { client: RedshiftDataClient, location, operation, subject },
      send,
    );
  }
}

function target({ kind, warehouse, database }: WarehouseTableRef) {
  return {
    Database: database,
    ...(kind === 'cluster'
      ? { ClusterIdentifier: warehouse }
      : { WorkgroupName: warehouse }),
  };
}

function endpointOf(address: string | undefined, port: number | undefined) {
  return address && port ? { address, port } : undefined;
}

function subjectOf(table: WarehouseTableRef) {
  return `table ${qualifiedName(table)} in ${table.kind} '${table.warehouse}'`;
}
