/**
 * Where the output of job runs lies below the data folder:
 *
 * - `logs/<jobRunId>/meta.json`: which job it was;
 * - `logs/<jobRunId>/stdout.log`, `stderr.log`: each stream from its start;
 * - `logs/<jobRunId>/stdout.<offset>.log`: a later part that begins at that
 *   byte of the stream, for long outputs, of which the middle is not kept;
 * - `logs/<jobRunId>/insights.log`: what job run insights tell of a Spark job that failed;
 * - `logs/<jobRunId>/stdout.times`: 16-byte records (offset, time), see `encodeTime`;
 * - `logs/crawlers/<crawler>.log`: the crawler's lines.
 */
export const metadataName = 'meta.json';

/** The stream of job run insights. */
export const INSIGHTS = 'insights';

/** The file of the part of a stream that begins at `start` bytes. */
export function segmentName(stream: string, start: number): string {
  return start === 0 ? `${stream}.log` : `${stream}.${start}.log`;
}

/** The byte at which a file's part of the stream begins; undefined for other files. */
export function segmentStart(
  stream: string,
  fileName: string,
): number | undefined {
  if (fileName === `${stream}.log`) return 0;
  const match = /^([a-z]+)\.(\d+)\.log$/.exec(fileName);
  return match && match[1] === stream ? Number(match[2]) : undefined;
}

export function timesName(stream: string): string {
  return `${stream}.times`;
}

/** Bytes of one record in a `.times` file. */
export const timeRecordBytes = 16;

/** What was written from `offset` on arrived at `time` (epoch milliseconds) or later. */
export interface CaptureTime {
  offset: number;
  time: number;
}

export function encodeTime({ offset, time }: CaptureTime): Buffer {
  const record = Buffer.alloc(timeRecordBytes);
  record.writeBigUInt64LE(BigInt(offset), 0);
  record.writeBigUInt64LE(BigInt(time), 8);
  return record;
}

export function decodeTime(record: Buffer): CaptureTime {
  return {
    offset: Number(record.readBigUInt64LE(0)),
    time: Number(record.readBigUInt64LE(8)),
  };
}
