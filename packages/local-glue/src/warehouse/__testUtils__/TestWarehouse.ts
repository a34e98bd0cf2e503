import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BucketStore } from '../../buckets/BucketStore';
import { ResultValue } from '../results';
import { StatementResult, Warehouse } from '../Warehouse';
import { Warehouses } from '../Warehouses';

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** What COPY and UNLOAD need and nothing checks. */
export const role = "iam_role 'arn:aws:iam::000000000000:role/load'";

/** The warehouses of a server, its own at hand, with the bucket `data` in a folder of their own. */
export class TestWarehouse {
  private constructor(
    readonly dataDir: string,
    readonly buckets: BucketStore,
    public warehouses: Warehouses,
  ) {}

  get warehouse(): Warehouse {
    return this.warehouses.own;
  }

  static async open(): Promise<TestWarehouse> {
    const dataDir = mkdtempSync(join(tmpdir(), 'local-glue-warehouse-'));
    const buckets = new BucketStore(dataDir);
    buckets.create('data');
    const warehouses = await Warehouses.open(dataDir, buckets, log);
    return new TestWarehouse(dataDir, buckets, warehouses);
  }

  /** Closes and opens it again. */
  async reopen(): Promise<void> {
    await this.warehouses.close();
    this.warehouses = await Warehouses.open(this.dataDir, this.buckets, log);
  }

  async remove(): Promise<void> {
    await this.warehouses.close();
    rmSync(this.dataDir, { recursive: true });
  }

  async run(sql: string, database: string = 'dev'): Promise<StatementResult> {
    const [result] = await this.warehouse.execute(database, [sql]);
    return result;
  }

  async rows(sql: string): Promise<ResultValue[][]> {
    return (await this.run(sql)).rows;
  }

  /** The message of a statement that fails. */
  async failure(sql: string): Promise<string> {
    return this.run(sql).then(
      () => {
        throw new Error(`this should have failed: ${sql}`);
      },
      (error: Error) => error.message,
    );
  }

  inTransaction(...statements: string[]): Promise<StatementResult[]> {
    return this.warehouse.execute('dev', statements, { transactional: true });
  }

  async put(key: string, body: string | Uint8Array): Promise<void> {
    await this.buckets.put('data', key, body);
  }

  /** Parquet as a job would write it, made of a query in DuckDB's SQL. */
  async putParquet(key: string, query: string): Promise<void> {
    await this.put(key, 'placeholder');
    const path = this.buckets.path('data', key);
    await this.warehouse.inspect(
      'dev',
      `COPY (${query}) TO '${path}' (FORMAT parquet)`,
    );
  }

  copy(
    table: string,
    source: string,
    options: string,
  ): Promise<StatementResult> {
    return this.run(
      `copy ${table} from 's3://data/${source}' ${role} ${options}`,
    );
  }
}
