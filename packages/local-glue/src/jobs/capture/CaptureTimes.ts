import { FileHandle } from 'node:fs/promises';
import { CaptureTime, decodeTime, timeRecordBytes } from './layout';

/**
 * When the bytes between two offsets arrived: every record that begins there,
 * and the one before, oldest first. Reads only that part of the file.
 */
export async function captureTimesBetween(
  file: FileHandle,
  from: number,
  to: number,
): Promise<CaptureTime[]> {
  const count = Math.floor((await file.stat()).size / timeRecordBytes);
  const first = Math.max(0, (await lowerBound(file, count, from + 1)) - 1);
  const last = await lowerBound(file, count, to);
  if (last <= first) return [];
  const records = Buffer.alloc((last - first) * timeRecordBytes);
  const { bytesRead } = await file.read(
    records,
    0,
    records.length,
    first * timeRecordBytes,
  );
  const times: CaptureTime[] = [];
  for (let at = 0; at + timeRecordBytes <= bytesRead; at += timeRecordBytes) {
    times.push(decodeTime(records.subarray(at, at + timeRecordBytes)));
  }
  return times;
}

/** The index of the first of `count` records whose offset is not below `offset`. */
async function lowerBound(
  file: FileHandle,
  count: number,
  offset: number,
): Promise<number> {
  let low = 0;
  let high = count;
  const record = Buffer.alloc(timeRecordBytes);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    await file.read(record, 0, timeRecordBytes, middle * timeRecordBytes);
    if (decodeTime(record).offset < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
