import {
  WarehouseState,
  WarehouseTableRef,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueLocation } from './GlueApi';

/** A cluster or workgroup, as its control plane describes it. */
export interface WarehouseDescription {
  state: WarehouseState;
  /** As AWS says it, e.g. `available` or `AVAILABLE`. */
  rawStatus: string;
  endpoint?: { address: string; port: number };
  /** Of a workgroup, in Redshift processing units. */
  baseCapacity?: number;
  maxCapacity?: number;
  /** Of a cluster, e.g. `ra3.large`. */
  nodeType?: string;
  nodes?: number;
}

export interface WarehouseColumn {
  name: string;
  /** Redshift's internal name, e.g. `int4` or `varchar`. */
  type: string;
  /** Characters of texts, digits of numbers. */
  length?: number;
  scale?: number;
  nullable: boolean;
}

/** A statement that reads; values are bound to `:name`, and never part of it. */
export interface WarehouseQuery {
  sql: string;
  parameters?: Record<string, string>;
}

/** Values as text. */
export type WarehouseRow = (string | null)[];

/**
 * What the plugin asks of Redshift. Every method throws errors of
 * `@backstage/errors` whose messages are for a person.
 */
export interface WarehouseApi {
  /** Asks the control plane alone, which starts nothing and costs nothing. */
  describe(
    location: GlueLocation,
    table: WarehouseTableRef,
  ): Promise<WarehouseDescription>;

  /**
   * The columns of the table in their order.
   * @throws also NotFoundError where it is not there, or not for the portal's database user
   */
  readColumns(
    location: GlueLocation,
    table: WarehouseTableRef,
  ): Promise<WarehouseColumn[]>;

  /**
   * Runs a statement in the table's database, within a time limit after which
   * it is cancelled. It starts a workgroup that sleeps.
   */
  query(
    location: GlueLocation,
    table: WarehouseTableRef,
    query: WarehouseQuery,
  ): Promise<WarehouseRow[]>;
}
