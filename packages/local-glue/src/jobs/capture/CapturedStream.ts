import { open, FileHandle, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { segmentName, timesName, encodeTime } from './layout';

/** Bytes. What is kept of one stream is at most `head` plus two `segment`s. */
export interface CaptureBounds {
  head: number;
  segment: number;
}

export const captureBounds: CaptureBounds = {
  head: 32 * 1024 * 1024,
  segment: 16 * 1024 * 1024,
};

/** Between two entries of the file of capture times. */
const timeResolutionMilliseconds = 250;

/** Of the end of the stream, kept in memory for messages. */
const tailBytes = 16 * 1024;

/**
 * Writes one output stream of a job to its log folder, keeping the first and
 * the last part when it grows beyond the bounds. The process is slowed down,
 * not the server's memory filled, when the disk cannot keep up.
 */
export class CapturedStream extends Writable {
  readonly #directory: string;
  readonly #name: string;
  readonly #bounds: CaptureBounds;
  #segment?: { start: number; end: number; file: FileHandle };
  #previousSegmentStart?: number;
  #times?: FileHandle;
  #offset = 0;
  #lastTime = 0;
  #tail = Buffer.alloc(0);

  constructor(
    directory: string,
    name: 'stdout' | 'stderr',
    bounds: CaptureBounds = captureBounds,
  ) {
    super({ highWaterMark: 256 * 1024 });
    this.#directory = directory;
    this.#name = name;
    this.#bounds = bounds;
  }

  /** The last part of what was written, decoded. */
  get tail(): string {
    return this.#tail.toString('utf8');
  }

  override _construct(callback: (error?: Error | null) => void): void {
    this.#begin().then(() => callback(), callback);
  }

  override _write(
    chunk: Buffer,
    _encoding: BufferEncoding,
    callback: (error?: Error | null) => void,
  ): void {
    this.#append(chunk).then(() => callback(), callback);
  }

  override _destroy(
    error: Error | null,
    callback: (error?: Error | null) => void,
  ): void {
    Promise.all([this.#segment?.file.close(), this.#times?.close()]).then(
      () => callback(error),
      callback,
    );
  }

  async #begin(): Promise<void> {
    this.#times = await open(join(this.#directory, timesName(this.#name)), 'w');
    await this.#openSegment(0, this.#bounds.head);
  }

  async #openSegment(start: number, size: number): Promise<void> {
    await this.#segment?.file.close();
    const path = join(this.#directory, segmentName(this.#name, start));
    this.#segment = { start, end: start + size, file: await open(path, 'w') };
  }

  async #append(chunk: Buffer): Promise<void> {
    const now = Date.now();
    if (now - this.#lastTime >= timeResolutionMilliseconds) {
      await this.#times!.write(encodeTime({ offset: this.#offset, time: now }));
      this.#lastTime = now;
    }
    let rest = chunk;
    while (rest.length > 0) {
      const segment = this.#segment!;
      const room = segment.end - this.#offset;
      if (room === 0) {
        await this.#nextSegment();
        continue;
      }
      const part = rest.subarray(0, room);
      await segment.file.write(part);
      this.#offset += part.length;
      rest = rest.subarray(part.length);
    }
    this.#tail = Buffer.concat([this.#tail, chunk]).subarray(-tailBytes);
  }

  /** Of the segments after the head only the last two stay. */
  async #nextSegment(): Promise<void> {
    const { start } = this.#segment!;
    if (this.#previousSegmentStart) {
      await rm(
        join(
          this.#directory,
          segmentName(this.#name, this.#previousSegmentStart),
        ),
        { force: true },
      );
    }
    this.#previousSegmentStart = start;
    await this.#openSegment(this.#offset, this.#bounds.segment);
  }
}
