import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { s3Location } from '../../buckets/s3Location';
import { literalPath } from '../copy/copyParquet';
import { resultColumns } from '../results';
import { Session } from '../Session';
import { UnloadCommand } from '../sql/parseUnload';
import { sqlName } from '../../base/sqlText';
import { TextFiles } from './TextFiles';

/** A file that UNLOAD has written and that becomes an object. */
interface UnloadedFile {
  path: string;
  /** What stands behind the prefix in the object's key. */
  name: string;
  rows: number;
}

/**
 * Runs UNLOAD: the files are written beside the buckets and become objects
 * when all of them are complete. Returns the number of rows. Throws Error
 * for a prefix that has objects already, unless ALLOWOVERWRITE or CLEANPATH
 * (Amazon Redshift Database Developer Guide, "UNLOAD").
 */
export async function runUnload(
  session: Session,
  command: UnloadCommand,
): Promise<number> {
  const { buckets } = session;
  const { bucket, key: prefix } = s3Location(command.target);
  if (!buckets.exists(bucket)) {
    throw new Error(`The specified bucket "${bucket}" does not exist`);
  }
  const existing = [...buckets.keys(bucket, prefix)];
  if (existing.length > 0 && !command.allowOverwrite && !command.cleanPath) {
    throw new Error(
      'Specified unload destination on S3 is not empty. Consider using a different bucket / prefix, manually removing the target files in S3, or using the ALLOWOVERWRITE option.',
    );
  }
  const folder = join(session.stagingFolder, randomUUID());
  mkdirSync(folder, { recursive: true });
  try {
    const files =
      command.format === 'parquet'
        ? await writeParquet(session, command, folder)
        : await writeText(session, command, folder);
    // CLEANPATH removes only once the new files are there.
    if (command.cleanPath) {
      for (const key of existing) await buckets.delete(bucket, key);
    }
    const entries: object[] = [];
    for (const { path, name } of files) {
      const key = `${prefix}${name}`;
      await buckets.put(bucket, key, createReadStream(path));
      entries.push({
        url: `s3://${bucket}/${key}`,
        meta: { content_length: statSync(path).size },
      });
    }
    if (command.hasManifest) {
      const manifest = JSON.stringify({ entries }, undefined, 2);
      await buckets.put(bucket, `${prefix}manifest`, manifest);
    }
    return files.reduce((sum, { rows }) => sum + rows, 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `0000_part_00.parquet`, or `000.parquet` when PARALLEL is off. */
function fileName(command: UnloadCommand, number: number, end: string): string {
  const digits = (value: number, length: number) =>
    String(value).padStart(length, '0');
  const name = command.isParallel
    ? `${digits(0, 4)}_part_${digits(number, 2)}`
    : digits(number, 3);
  return `${name}${end}`;
}

async function writeParquet(
  session: Session,
  command: UnloadCommand,
  folder: string,
): Promise<UnloadedFile[]> {
  const { connection } = session;
  const { partitionBy, includePartition, query } = command;
  const options = ['FORMAT parquet', 'COMPRESSION snappy'];
  if (partitionBy.length > 0) {
    options.push(
      `PARTITION_BY (${partitionBy.map(sqlName).join(', ')})`,
      `WRITE_PARTITION_COLUMNS ${includePartition}`,
    );
  }
  const isOne = partitionBy.length === 0;
  const target = isOne ? join(folder, 'file') : join(folder, 'partitions');
  const result = await connection.runAndReadAll(
    `COPY (${query}) TO ${literalPath(target)} (${options.join(', ')})`,
  );
  const rows = Number(result.getRows()[0][0]);
  const end = `.${command.extension ?? 'parquet'}`;
  if (isOne) {
    return [{ path: target, name: fileName(command, 0, end), rows }];
  }
  const files: UnloadedFile[] = [];
  const numbers = new Map<string, number>();
  for (const entry of readdirSync(target, {
    recursive: true,
    withFileTypes: true,
  })) {
    if (!entry.isFile()) continue;
    const partition = entry.parentPath.slice(target.length + 1);
    const number = numbers.get(partition) ?? 0;
    numbers.set(partition, number + 1);
    files.push({
      path: join(entry.parentPath, entry.name),
      name: `${partition}/${fileName(command, number, end)}`,
      rows: 0,
    });
  }
  if (files.length > 0) files[0].rows = rows;
  return files;
}

async function writeText(
  session: Session,
  command: UnloadCommand,
  folder: string,
): Promise<UnloadedFile[]> {
  const result = await session.connection.stream(command.query);
  const columns = resultColumns(result);
  const partitions = command.partitionBy.map(name => {
    const index = columns.findIndex(column => column.name === name);
    if (index !== -1) return index;
    throw new Error(`column "${name}" of PARTITION BY is not selected`);
  });
  const pathOf = (name: string) =>
    join(folder, createHash('md5').update(name).digest('hex'));
  const files = new TextFiles(
    command,
    columns,
    partitions,
    (directory, number) => {
      const endings = { none: '', gzip: '.gz', zstd: '.zst' };
      const kind =
        command.extension ?? (command.format === 'json' ? 'json' : '');
      const end = command.extension
        ? `.${command.extension}`
        : `${kind && `.${kind}`}${endings[command.compression]}`;
      const name = `${directory}${fileName(command, number, end)}`;
      return { name, path: pathOf(name) };
    },
  );
  try {
    for await (const rows of result.yieldRowsJson()) await files.write(rows);
    return await files.end();
  } catch (error) {
    files.destroy();
    throw error;
  }
}
