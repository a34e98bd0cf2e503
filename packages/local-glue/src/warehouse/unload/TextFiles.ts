import type { Json } from '@duckdb/node-api';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Transform, Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip, createZstdCompress } from 'node:zlib';
import { ResultColumn } from '../results';
import { UnloadCommand } from '../sql/parseUnload';
import { formatHeader, formatRow } from './formatRow';

interface OpenFile {
  path: string;
  name: string;
  rows: number;
  /** Before compression. */
  bytes: number;
  input: Writable;
  done: Promise<void>;
}

/** Partitions whose files are open at once; more are an error rather than a lack of file handles. */
const mostPartitions = 500;

/** What UNLOAD writes as text, CSV or JSON: a file for each partition, and another one when it is full. */
export class TextFiles {
  private readonly open = new Map<string, OpenFile>();
  private readonly full: OpenFile[] = [];
  private readonly counts = new Map<string, number>();
  private readonly written: number[];

  constructor(
    private readonly command: UnloadCommand,
    private readonly columns: readonly ResultColumn[],
    private readonly partitions: readonly number[],
    private readonly place: (
      directory: string,
      number: number,
    ) => { name: string; path: string },
  ) {
    this.written = columns
      .map((_, index) => index)
      .filter(index => command.includePartition || !partitions.includes(index));
  }

  async write(rows: readonly Json[][]): Promise<void> {
    const blocks = new Map<OpenFile, string>();
    for (const row of rows) {
      const file = this.file(this.directory(row));
      const text = formatRow(
        this.command,
        this.written.map(index => this.columns[index]),
        this.written.map(index => row[index]),
      );
      file.rows++;
      file.bytes += text.length;
      blocks.set(file, (blocks.get(file) ?? '') + text);
      if (file.bytes >= this.command.maxFileSize) this.close(file);
    }
    for (const [file, block] of blocks) {
      if (!file.input.write(block)) await once(file.input, 'drain');
      if (this.full.includes(file)) file.input.end();
    }
  }

  /** Closes all files; there is one even without rows, unless there are partitions. */
  async end(): Promise<OpenFile[]> {
    if (
      this.open.size === 0 &&
      this.full.length === 0 &&
      this.partitions.length === 0
    ) {
      this.file('');
    }
    const files = [...this.full, ...this.open.values()];
    for (const { input } of files) if (!input.writableEnded) input.end();
    await Promise.all(files.map(({ done }) => done));
    return files;
  }

  destroy(): void {
    for (const file of [...this.full, ...this.open.values()]) {
      file.done.catch(() => {});
      file.input.destroy();
    }
  }

  private directory(row: readonly Json[]): string {
    return this.partitions
      .map(index => {
        const value = row[index];
        const text =
          value === null || value === ''
            ? '__HIVE_DEFAULT_PARTITION__'
            : encodeURIComponent(String(value)).replaceAll('%20', ' ');
        return `${this.columns[index].name}=${text}/`;
      })
      .join('');
  }

  private file(directory: string): OpenFile {
    const existing = this.open.get(directory);
    if (existing) return existing;
    if (this.open.size === mostPartitions) {
      throw new Error(
        `the warehouse of local-glue unloads text into ${mostPartitions} partitions at most; PARQUET has no limit`,
      );
    }
    const number = this.counts.get(directory) ?? 0;
    this.counts.set(directory, number + 1);
    const { name, path } = this.place(directory, number);
    const target = createWriteStream(path);
    const compressor = this.compressor();
    const done = compressor ? pipeline(compressor, target) : finished(target);
    const input = compressor ?? target;
    const header = formatHeader(
      this.command,
      this.written.map(index => this.columns[index]),
    );
    if (header) input.write(header);
    const file = { path, name, rows: 0, bytes: header.length, input, done };
    // Told by `end`, which waits for it.
    done.catch(() => {});
    this.open.set(directory, file);
    return file;
  }

  private compressor(): Transform | undefined {
    const { compression } = this.command;
    if (compression === 'none') return undefined;
    return compression === 'gzip' ? createGzip() : createZstdCompress();
  }

  private close(file: OpenFile): void {
    this.full.push(file);
    for (const [directory, open] of this.open) {
      if (open === file) this.open.delete(directory);
    }
  }
}
