import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../base/Log';
import type { BucketStore } from '../buckets/BucketStore';
import { mostWorking } from './engine';
import {
  databasesIn,
  everyDatabase,
  Warehouse,
  WarehouseHost,
} from './Warehouse';
import { WorkPlaces } from './WorkPlaces';

/** Whose databases they are: of a namespace of Redshift Serverless, or of a cluster. */
export interface WarehouseOwner {
  kind: 'namespace' | 'cluster';
  /** Lower case letters, digits and hyphens, as AWS checks names. */
  name: string;
  /** Is made with the warehouse. */
  firstDatabase: string;
}

/** The workgroup that is always there: the warehouse that this machine has without any namespace. */
export const ownWorkgroup = 'local-glue';

/** A cluster or workgroup, as what leads to a warehouse. */
export interface NamedWarehouse {
  readonly name: string;
  /** What else may stand for the name. */
  readonly arns: readonly string[];
  readonly owner: WarehouseOwner;
  /** The host in JDBC URLs that lead to it. */
  readonly address: string;
}

/**
 * The warehouses of a server: its own in `<data>/warehouse`, which is always
 * there, and one for each namespace and cluster below `<data>/warehouses`.
 * Each is an engine of its own, so that SQL in one cannot name what is in
 * another; they are opened when they are asked for, and only a few have the
 * memory to work at one time.
 */
export class Warehouses {
  private readonly opened = new Map<string, Promise<Warehouse>>();
  private isClosed = false;

  private constructor(
    private readonly dataDir: string,
    readonly own: Warehouse,
    private readonly host: WarehouseHost,
  ) {}

  /** Rejects with the file's name when a database of its own cannot be read. */
  static async open(
    dataDir: string,
    buckets: BucketStore,
    log: Log,
  ): Promise<Warehouses> {
    const host = { buckets, log, workPlaces: new WorkPlaces(mostWorking) };
    const own = await Warehouse.open(
      join(dataDir, 'warehouse'),
      everyDatabase,
      host,
    );
    return new Warehouses(dataDir, own, host);
  }

  /** Makes an empty warehouse. Rejects with an Error for a name of a database that Redshift would not take. */
  async create(owner: WarehouseOwner): Promise<Warehouse> {
    // A server that was killed in the middle of a deletion may have left one.
    await this.delete(owner);
    return this.of(owner);
  }

  /** Rejects with the file's name when a database of it cannot be read. */
  of(owner: WarehouseOwner): Promise<Warehouse> {
    if (this.isClosed) {
      return Promise.reject(new Error('The warehouses are closed'));
    }
    const folder = this.folder(owner);
    const found = this.opened.get(folder);
    if (found) return found;
    const opening = Warehouse.open(folder, owner.firstDatabase, this.host);
    this.opened.set(folder, opening);
    opening.catch(() => this.opened.delete(folder));
    return opening;
  }

  /** The names of its databases, sorted, without opening it. */
  databasesOf(owner: WarehouseOwner): string[] {
    const folder = this.folder(owner);
    // Of one that was never asked for there is nothing yet.
    return existsSync(folder)
      ? databasesIn(folder)
      : [...new Set([everyDatabase, owner.firstDatabase])].sort();
  }

  /** Ends what runs in it, and removes its databases. */
  async delete(owner: Pick<WarehouseOwner, 'kind' | 'name'>): Promise<void> {
    const folder = this.folder(owner);
    const opening = this.opened.get(folder);
    if (opening) {
      // What could not be opened is removed too.
      const warehouse = await opening.catch(() => undefined);
      await warehouse?.close();
      this.opened.delete(folder);
    }
    rmSync(folder, { recursive: true, force: true });
  }

  /** Interrupts what runs and closes the files. Safe to call twice. */
  async close(): Promise<void> {
    this.isClosed = true;
    const others = await Promise.allSettled(this.opened.values());
    await Promise.all([
      this.own.close(),
      ...others.map(other =>
        other.status === 'fulfilled' ? other.value.close() : undefined,
      ),
    ]);
  }

  private folder({ kind, name }: Pick<WarehouseOwner, 'kind' | 'name'>) {
    return join(this.dataDir, 'warehouses', kind, name);
  }
}
