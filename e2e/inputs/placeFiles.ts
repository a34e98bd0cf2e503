import { DuckDBInstance } from '@duckdb/node-api';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files } from './InputCase';

/** Puts, replaces and removes objects below a folder. */
export async function placeFiles(folder: string, files: Files): Promise<void> {
  const entries = Object.entries(files);
  // A file may make way for a folder of its name.
  for (const [key] of entries.filter(([, content]) => content === null)) {
    await rm(join(folder, key), { recursive: true });
  }
  for (const [key, content] of entries) {
    const path = join(folder, key);
    await mkdir(dirname(path), { recursive: true });
    if (typeof content === 'string' || Buffer.isBuffer(content)) {
      await writeFile(path, content);
    } else if (content) {
      const instance = await DuckDBInstance.create(':memory:');
      const connection = await instance.connect();
      await connection.run("SET TimeZone = 'UTC'");
      await connection.run(
        `COPY (${content.query}) TO '${path}' (FORMAT parquet, COMPRESSION ${content.codec ?? 'snappy'})`,
      );
      connection.closeSync();
      instance.closeSync();
    }
  }
}
