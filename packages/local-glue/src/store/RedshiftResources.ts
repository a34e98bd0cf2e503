import type { Database } from 'better-sqlite3';

/** What leads to a warehouse; those of a workgroup are its namespace's. */
export type ResourceKind = 'cluster' | 'namespace' | 'workgroup';

/** Clusters, namespaces and workgroups, as plain descriptions without passwords. */
export class RedshiftResources<Resource extends object> {
  constructor(
    private readonly database: Database,
    private readonly kind: ResourceKind,
  ) {}

  get(name: string): Resource | undefined {
    const row = this.database
      .prepare(
        'SELECT resource FROM redshift_resources WHERE kind = ? AND name = ?',
      )
      .get(this.kind, name) as { resource: string } | undefined;
    return row && (JSON.parse(row.resource) as Resource);
  }

  /** In the order of their names. */
  list(): Resource[] {
    const rows = this.database
      .prepare(
        'SELECT resource FROM redshift_resources WHERE kind = ? ORDER BY name',
      )
      .all(this.kind) as { resource: string }[];
    return rows.map(({ resource }) => JSON.parse(resource) as Resource);
  }

  put(name: string, resource: Resource): void {
    this.database
      .prepare(
        'INSERT INTO redshift_resources (kind, name, resource) VALUES (?, ?, ?) ON CONFLICT (kind, name) DO UPDATE SET resource = excluded.resource',
      )
      .run(this.kind, name, JSON.stringify(resource));
  }

  delete(name: string): void {
    this.database
      .prepare('DELETE FROM redshift_resources WHERE kind = ? AND name = ?')
      .run(this.kind, name);
  }
}
