import type { Database } from 'better-sqlite3';

/** A resource that was deployed. */
export interface DeployedResource {
  stack: string;
  logicalId: string;
  type: string;
  /** The service's own name of it, unique per type. */
  name: string;
  /** What Ref gives. */
  physicalId: string;
  /** References resolved, dynamic references to secrets as written. */
  properties: Record<string, unknown>;
  /** What Fn::GetAtt gives. */
  attributes: Record<string, unknown>;
  deletionPolicy: string;
}

/** What a stack gives to others and takes from them. */
export interface StackOutputs {
  outputs: Record<string, string>;
  exports: Record<string, string>;
  /** Names of exports of other stacks. */
  imports: string[];
}

interface Row {
  stack: string;
  logical_id: string;
  type: string;
  name: string;
  physical_id: string;
  properties: string;
  attributes: string;
  deletion_policy: string;
}

/** Remembers which stack deployed what. Each call is durable when it returns. */
export class DeployStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The resources of a stack, in their order of creation. */
  resources(stack: string): DeployedResource[] {
    return this.#database
      .prepare(
        'SELECT * FROM deployed_resources WHERE stack = ? ORDER BY position',
      )
      .all(stack)
      .map(row => fromRow(row as Row));
  }

  /** The stack that deployed the resource of that type and name, if one did. */
  ownerOf(type: string, name: string): string | undefined {
    const row = this.#database
      .prepare(
        'SELECT stack FROM deployed_resources WHERE type = ? AND name = ?',
      )
      .get(type, name) as { stack: string } | undefined;
    return row?.stack;
  }

  putResource(resource: DeployedResource): void {
    this.#database
      .prepare(
        `INSERT INTO deployed_resources
           (stack, logical_id, type, name, physical_id, properties, attributes, deletion_policy, position)
         VALUES
           (@stack, @logicalId, @type, @name, @physicalId, @properties, @attributes, @deletionPolicy,
            (SELECT COALESCE(MAX(position), 0) + 1 FROM deployed_resources WHERE stack = @stack))
         ON CONFLICT (stack, logical_id) DO UPDATE SET
           type = excluded.type, name = excluded.name, physical_id = excluded.physical_id,
           properties = excluded.properties, attributes = excluded.attributes,
           deletion_policy = excluded.deletion_policy`,
      )
      .run({
        ...resource,
        properties: JSON.stringify(resource.properties),
        attributes: JSON.stringify(resource.attributes),
      });
  }

  /** Gives a row another logical id; it keeps its place in the order. */
  renameResource(stack: string, from: string, to: string): void {
    this.#database
      .prepare(
        'UPDATE deployed_resources SET logical_id = ? WHERE stack = ? AND logical_id = ?',
      )
      .run(to, stack, from);
  }

  removeResource(stack: string, logicalId: string): void {
    this.#database
      .prepare(
        'DELETE FROM deployed_resources WHERE stack = ? AND logical_id = ?',
      )
      .run(stack, logicalId);
  }

  /** Sets what a stack puts out, exports and imports, in place of what it did before. */
  putStack(stack: string, { outputs, exports, imports }: StackOutputs): void {
    this.#database.transaction(() => {
      this.#database
        .prepare(
          `INSERT INTO deployed_stacks (name, outputs, deployed_at) VALUES (?, ?, ?)
           ON CONFLICT (name) DO UPDATE SET outputs = excluded.outputs, deployed_at = excluded.deployed_at`,
        )
        .run(stack, JSON.stringify(outputs), new Date().toISOString());
      this.#database
        .prepare('DELETE FROM deployed_exports WHERE stack = ?')
        .run(stack);
      const insert = this.#database.prepare(
        'INSERT INTO deployed_exports (name, stack, value) VALUES (?, ?, ?)',
      );
      for (const [name, value] of Object.entries(exports)) {
        insert.run(name, stack, value);
      }
      this.#database
        .prepare('DELETE FROM deployed_imports WHERE stack = ?')
        .run(stack);
      const insertImport = this.#database.prepare(
        'INSERT INTO deployed_imports (stack, name) VALUES (?, ?)',
      );
      for (const name of imports) insertImport.run(stack, name);
    })();
  }

  removeStack(stack: string): void {
    this.#database.transaction(() => {
      for (const sql of [
        'DELETE FROM deployed_exports WHERE stack = ?',
        'DELETE FROM deployed_imports WHERE stack = ?',
        'DELETE FROM deployed_stacks WHERE name = ?',
      ]) {
        this.#database.prepare(sql).run(stack);
      }
    })();
  }

  /** What a stack put out, exported and imported last; undefined before it was deployed. */
  stack(name: string): StackOutputs | undefined {
    const row = this.#database
      .prepare('SELECT outputs FROM deployed_stacks WHERE name = ?')
      .get(name) as { outputs: string } | undefined;
    if (!row) return undefined;
    const exports = this.#database
      .prepare('SELECT name, value FROM deployed_exports WHERE stack = ?')
      .all(name) as { name: string; value: string }[];
    const imports = this.#database
      .prepare('SELECT name FROM deployed_imports WHERE stack = ?')
      .all(name) as { name: string }[];
    return {
      outputs: JSON.parse(row.outputs),
      exports: Object.fromEntries(exports.map(e => [e.name, e.value])),
      imports: imports.map(i => i.name),
    };
  }

  /** The stacks that import a name. */
  importersOf(name: string): string[] {
    const rows = this.#database
      .prepare(
        'SELECT stack FROM deployed_imports WHERE name = ? ORDER BY stack',
      )
      .all(name) as { stack: string }[];
    return rows.map(row => row.stack);
  }

  /** The stack that exports a name, and the value. */
  exported(name: string): { stack: string; value: string } | undefined {
    return this.#database
      .prepare('SELECT stack, value FROM deployed_exports WHERE name = ?')
      .get(name) as { stack: string; value: string } | undefined;
  }
}

function fromRow(row: Row): DeployedResource {
  return {
    stack: row.stack,
    logicalId: row.logical_id,
    type: row.type,
    name: row.name,
    physicalId: row.physical_id,
    properties: JSON.parse(row.properties),
    attributes: JSON.parse(row.attributes),
    deletionPolicy: row.deletion_policy,
  };
}
