import {
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { CapturedLine, CapturedLog } from './CapturedLog';
import { CapturedStream } from './CapturedStream';

const everything = 10_000_000;
const texts = (lines: CapturedLine[]) => lines.map(line => line.message);

describe('a captured stream', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'local-glue-capture-'));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  async function capture(
    chunks: string[],
    bounds?: { head: number; segment: number },
  ) {
    const stream = new CapturedStream(directory, 'stdout', bounds);
    for (const chunk of chunks) stream.write(chunk);
    stream.end();
    await finished(stream);
    return stream;
  }

  it('gives the lines back, forward and backward, with the time they arrived', async () => {
    const before = Date.now();
    const stream = await capture(['one\ntw', 'o\r\n', '\nlast\n']);
    const log = await CapturedLog.ofStream(directory, 'stdout');
    const lines = await log.forward(0, everything, everything);
    expect(texts(lines)).toEqual(['one', 'two', '', 'last']);
    expect(lines.map(line => line.offset)).toEqual([0, 4, 9, 10]);
    expect(await log.backward(log.end, everything, everything)).toEqual(lines);
    expect(lines[0].timestamp).toBeGreaterThanOrEqual(before);
    expect(lines[0].timestamp).toBeLessThanOrEqual(Date.now());
    expect(stream.tail).toBe('one\ntwo\r\n\nlast\n');
  });

  it('pages without losing or repeating a line', async () => {
    const written = Array.from({ length: 1000 }, (_, n) => `line ${n}`);
    await capture([`${written.join('\n')}\n`]);
    const log = await CapturedLog.ofStream(directory, 'stdout');
    const forward: string[] = [];
    for (let at = 0; at < log.end;) {
      const page = await log.forward(at, 7, everything);
      forward.push(...texts(page));
      at = page[page.length - 1].end;
    }
    expect(forward).toEqual(written);
    const backward: string[] = [];
    for (let at = log.end; at > 0;) {
      const page = await log.backward(at, 7, everything);
      backward.unshift(...texts(page));
      at = page[0].offset;
    }
    expect(backward).toEqual(written);
  });

  it('keeps the first and the last part of a long output and says so', async () => {
    const written = Array.from({ length: 1000 }, (_, n) => `${1000 + n}`);
    await capture(
      written.map(line => `${line}\n`),
      { head: 50, segment: 100 },
    );
    const log = await CapturedLog.ofStream(directory, 'stdout');
    expect(log.storedBytes).toBeLessThanOrEqual(250);
    expect(log.end).toBe(5000);
    expect(
      readdirSync(directory).filter(name => name.endsWith('.log')),
    ).toHaveLength(3);

    const lines = texts(await log.forward(0, everything, everything));
    expect(lines.slice(0, 10)).toEqual(written.slice(0, 10));
    expect(lines[10]).toContain('4800 bytes are missing');
    expect(lines.slice(11)).toEqual(written.slice(-30));
    expect(texts(await log.backward(log.end, everything, everything))).toEqual(
      lines,
    );
  });

  it('holds back a last line that may not be whole yet', async () => {
    await capture(['done\nin the mak']);
    const live = await CapturedLog.ofStream(directory, 'stdout');
    expect(texts(await live.forward(0, 10, everything))).toEqual(['done']);
    expect(texts(await live.backward(live.end, 10, everything))).toEqual([
      'done',
    ]);

    const past = new Date(Date.now() - 10_000);
    utimesSync(join(directory, 'stdout.log'), past, past);
    const settled = await CapturedLog.ofStream(directory, 'stdout');
    expect(texts(await settled.forward(0, 10, everything))).toEqual([
      'done',
      'in the mak',
    ]);
  });

  it('cuts a line that is longer than an event may be', async () => {
    await capture([`${'x'.repeat(300_000)}\nend\n`]);
    const log = await CapturedLog.ofStream(directory, 'stdout');
    const lines = await log.forward(0, 10, everything);
    expect(lines.map(line => line.message.length)).toEqual([
      262_144, 37_856, 3,
    ]);
  });

  it('reads the times that the lines of a plain file begin with', async () => {
    const path = join(directory, 'crawler.log');
    writeFileSync(path, '2026-01-02T03:04:05.678Z begin\nno time\n');
    const past = new Date('2026-02-01T00:00:00Z');
    utimesSync(path, past, past);
    const lines = await (
      await CapturedLog.ofFile(path)
    ).forward(0, 10, everything);
    expect(lines.map(line => new Date(line.timestamp).toISOString())).toEqual([
      '2026-01-02T03:04:05.678Z',
      '2026-02-01T00:00:00.000Z',
    ]);
  });
});
