import { Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { captureTimesBetween } from './CaptureTimes';
import { segmentStart, timesName } from './layout';
import { lineEnds, lineStarts } from './lines';

/** One line of a log. */
export interface CapturedLine {
  /** Bytes from the start of the stream. Stable, also when middle parts are dropped. */
  offset: number;
  /** Where the next line begins. */
  end: number;
  /** Epoch milliseconds: when the line arrived, to a quarter of a second; for files without capture times see `CapturedLog`. */
  timestamp: number;
  message: string;
}

/** A stretch of the stream that is still there, possibly over several files. */
interface Stretch {
  start: number;
  end: number;
  files: { start: number; end: number; path: string }[];
}

/** Bytes; CloudWatch Logs' own bound of one event (CloudWatch Logs quotas: "Event size"). */
const lineLimit = 256 * 1024;

/** A last line without an end counts as whole once nothing has been written for so long. */
const settledMilliseconds = 2000;

/**
 * Reads a captured stream by offsets: memory is bounded by what is asked for,
 * not by the log. Lines have the time at which they arrived; in files without
 * capture times, the ISO 8601 time that they begin with, or else the time of
 * the file's last change.
 */
export class CapturedLog {
  readonly #stretches: Stretch[];
  readonly #times?: string;
  readonly #changed: number;

  private constructor(
    files: { start: number; path: string; status: Stats }[],
    times: string | undefined,
  ) {
    this.#times = times;
    this.#changed = Math.max(0, ...files.map(file => file.status.mtimeMs));
    this.#stretches = [];
    for (const { start, path, status } of files) {
      const part = { start, end: start + status.size, path };
      const previous = this.#stretches[this.#stretches.length - 1];
      if (previous?.end === start) {
        previous.files.push(part);
        previous.end = part.end;
      } else {
        this.#stretches.push({ start, end: part.end, files: [part] });
      }
    }
  }

  /** A job run's stream. Empty when nothing was captured. */
  static async ofStream(
    directory: string,
    stream: string,
  ): Promise<CapturedLog> {
    const names = await readdir(directory);
    const files = await Promise.all(
      names.flatMap(name => {
        const start = segmentStart(stream, name);
        const path = join(directory, name);
        return start === undefined
          ? []
          : [stat(path).then(status => ({ start, path, status }))];
      }),
    );
    files.sort((a, b) => a.start - b.start);
    return new CapturedLog(
      files,
      names.includes(timesName(stream))
        ? join(directory, timesName(stream))
        : undefined,
    );
  }

  /** A plain file of lines. */
  static async ofFile(path: string): Promise<CapturedLog> {
    return new CapturedLog(
      [{ start: 0, path, status: await stat(path) }],
      undefined,
    );
  }

  /** Length of the stream in bytes, dropped parts included. */
  get end(): number {
    return this.#stretches[this.#stretches.length - 1]?.end ?? 0;
  }

  /** Bytes that are stored. */
  get storedBytes(): number {
    return this.#stretches.reduce(
      (sum, { start, end }) => sum + end - start,
      0,
    );
  }

  /** Epoch milliseconds of the last change; 0 for an empty stream. */
  get changed(): number {
    return this.#changed;
  }

  /** The lines from `offset` on, at most `limit` and about `bytes` of text. */
  async forward(
    offset: number,
    limit: number,
    bytes: number,
  ): Promise<CapturedLine[]> {
    const lines: CapturedLine[] = [];
    let position = offset;
    let size = 0;
    while (lines.length < limit && size < bytes) {
      const stretch = this.#stretchAfter(position);
      if (!stretch) break;
      if (position < stretch.start) {
        lines.push(this.#gap(position, stretch.start));
        position = stretch.start;
        continue;
      }
      const length = Math.min(lineLimit, stretch.end - position);
      const chunk = await read(stretch, position, length);
      const isLast = position + length === stretch.end;
      const ends = lineEnds(chunk, isLast && this.#isWhole(stretch));
      if (ends.length === 0 && isLast) break;
      // A line beyond the limit is cut, as the service cuts it.
      if (ends.length === 0) ends.push(length);
      let start = 0;
      for (const end of ends) {
        if (lines.length >= limit || size >= bytes) break;
        lines.push(this.#line(chunk.subarray(start, end), position + start));
        size += end - start;
        start = end;
      }
      position += start;
    }
    return this.#timed(lines);
  }

  /** The lines before `offset`, which begins a line, at most `limit` and about `bytes` of text, oldest first. */
  async backward(
    offset: number,
    limit: number,
    bytes: number,
  ): Promise<CapturedLine[]> {
    const lines: CapturedLine[] = [];
    let position = Math.min(offset, this.end);
    let size = 0;
    while (lines.length < limit && size < bytes) {
      const stretch = this.#stretchBefore(position);
      if (!stretch) break;
      if (position > stretch.end) {
        lines.push(this.#gap(stretch.end, position));
        position = stretch.end;
        continue;
      }
      const length = Math.min(lineLimit, position - stretch.start);
      const from = position - length;
      let chunk = await read(stretch, from, length);
      if (position === this.end && !this.#isWhole(stretch)) {
        const whole = chunk.lastIndexOf(0x0a) + 1;
        if (whole === 0) break;
        chunk = chunk.subarray(0, whole);
      }
      const starts = lineStarts(chunk, from === stretch.start);
      if (starts.length === 0) starts.push(0);
      let end = chunk.length;
      for (const start of starts.reverse()) {
        if (lines.length >= limit || size >= bytes) break;
        lines.push(this.#line(chunk.subarray(start, end), from + start));
        size += end - start;
        end = start;
      }
      position = from + end;
    }
    return this.#timed(lines.reverse());
  }

  #stretchAfter(position: number): Stretch | undefined {
    return this.#stretches.find(({ end }) => position < end);
  }

  #stretchBefore(position: number): Stretch | undefined {
    return this.#stretches.findLast(({ start }) => start < position);
  }

  /** The last line may still be in the making. */
  #isWhole(stretch: Stretch): boolean {
    return (
      stretch.end !== this.end ||
      Date.now() - this.#changed > settledMilliseconds
    );
  }

  #line(bytes: Buffer, offset: number): CapturedLine {
    return {
      offset,
      end: offset + bytes.length,
      timestamp: Math.floor(this.#changed),
      message: bytes.toString('utf8').replace(/\r?\n$/, ''),
    };
  }

  #gap(from: number, to: number): CapturedLine {
    return {
      offset: from,
      end: to,
      timestamp: Math.floor(this.#changed),
      message: `[local-glue kept only the first and the last part of this log: ${to - from} bytes are missing here]`,
    };
  }

  async #timed(lines: CapturedLine[]): Promise<CapturedLine[]> {
    if (lines.length === 0) return lines;
    if (!this.#times) return lines.map(withOwnTime);
    const file = await open(this.#times, 'r');
    try {
      const times = await captureTimesBetween(
        file,
        lines[0].offset,
        lines[lines.length - 1].end,
      );
      let index = 0;
      return lines.map(line => {
        while (times[index + 1]?.offset <= line.offset) index += 1;
        const timestamp = times[index]?.time ?? line.timestamp;
        return { ...line, timestamp };
      });
    } finally {
      await file.close();
    }
  }
}

/** The time at the beginning of a line becomes its timestamp. */
function withOwnTime(line: CapturedLine): CapturedLine {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z) /.exec(
    line.message,
  );
  const time = match ? Date.parse(match[1]) : NaN;
  if (!match || Number.isNaN(time)) return line;
  const message = line.message.slice(match[0].length);
  return { ...line, timestamp: time, message };
}

async function read(
  stretch: Stretch,
  position: number,
  length: number,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const part of stretch.files) {
    const from = Math.max(position, part.start);
    const to = Math.min(position + length, part.end);
    if (from >= to) continue;
    const file = await open(part.path, 'r');
    try {
      const buffer = Buffer.alloc(to - from);
      const { bytesRead } = await file.read(
        buffer,
        0,
        buffer.length,
        from - part.start,
      );
      parts.push(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  }
  return Buffer.concat(parts);
}
