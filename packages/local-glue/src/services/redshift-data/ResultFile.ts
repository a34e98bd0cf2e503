import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { ResultValue } from '../../warehouse/results';

/** Rows of one page of a result; a page also ends at about 1 MB. */
const pageRows = 1000;
const pageBytes = 1024 ** 2;

/** The Data API's largest result (Amazon Redshift Management Guide, "Considerations when calling the Amazon Redshift Data API"): 500 MB. */
export const maxResultBytes = 500 * 1024 ** 2;

export class ResultWriter {
  /** Where each page ends. */
  readonly ends: number[] = [];
  rowCount = 0;
  private bytes = 0;
  private page: string[] = [];
  private pageLength = 0;

  constructor(private readonly file: FileHandle) {}

  /** Rejects above `maxResultBytes`, or when the disk is full. */
  async write(rows: readonly ResultValue[][]): Promise<void> {
    for (const row of rows) {
      const record = JSON.stringify(row);
      this.page.push(record);
      this.pageLength += record.length;
      this.rowCount++;
      if (this.page.length === pageRows || this.pageLength >= pageBytes) {
        await this.endPage();
      }
    }
  }

  /** Returns the size in bytes. There is at least one page, so that an empty result has its columns. */
  async end(): Promise<number> {
    if (this.page.length > 0 || this.ends.length === 0) await this.endPage();
    await this.file.close();
    return this.bytes;
  }

  async destroy(): Promise<void> {
    await this.file.close().catch(() => {});
  }

  private async endPage(): Promise<void> {
    const buffer = Buffer.from(`[${this.page.join(',')}]`);
    this.page = [];
    this.pageLength = 0;
    this.bytes += buffer.length;
    if (this.bytes > maxResultBytes) {
      throw new Error(
        `the result is larger than ${maxResultBytes / 1024 ** 2} MB: select fewer rows or columns, or UNLOAD them`,
      );
    }
    await this.file.appendFile(buffer);
    this.ends.push(this.bytes);
  }
}

/** The results of statements, a file for each: pages of rows in JSON, one behind the other. */
export class ResultFiles {
  private readonly folder: string;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'warehouse', 'results');
    mkdirSync(this.folder, { recursive: true });
  }

  /** Begins the file of a result, in place of an older one. */
  async create(resultId: string): Promise<ResultWriter> {
    return new ResultWriter(await open(this.path(resultId), 'w'));
  }

  /** The rows of the page that begins and ends so. Rejects when the file is gone. */
  async readPage(
    resultId: string,
    start: number,
    end: number,
  ): Promise<ResultValue[][]> {
    const file = await open(this.path(resultId), 'r');
    try {
      const buffer = Buffer.alloc(end - start);
      await file.read(buffer, 0, buffer.length, start);
      return JSON.parse(buffer.toString('utf8')) as ResultValue[][];
    } finally {
      await file.close();
    }
  }

  remove(resultId: string): void {
    rmSync(this.path(resultId), { force: true });
  }

  /** Removes the results that `isKnown` does not know: a killed server left them. */
  removeOthers(isKnown: (resultId: string) => boolean): void {
    for (const name of readdirSync(this.folder)) {
      const resultId = name.replace('.', ':');
      if (!isKnown(resultId)) this.remove(resultId);
    }
  }

  private path(resultId: string): string {
    return join(this.folder, resultId.replace(':', '.'));
  }
}
