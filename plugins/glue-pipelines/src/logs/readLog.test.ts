import { LogLine, LogsResponse } from '@glue-pipelines/backstage-plugin-common';
import {
  begunAround,
  begunAtEnd,
  begunBySearch,
  MOST_LINES,
  withNewer,
  withOlder,
} from './readLog';

const line = (text: string): LogLine => ({
  time: '2026-11-21T06:00:00.000Z',
  stream: 'output',
  text,
});
const answer = (
  texts: string[],
  more: Partial<LogsResponse> = {},
): LogsResponse => ({
  lines: texts.map(line),
  streams: [],
  complete: false,
  readAt: '2026-11-21T06:00:05.000Z',
  ...more,
});
const textsOf = ({ lines }: { lines: LogLine[] }) =>
  lines.map(({ text }) => text);

describe('a log that is read piece by piece', () => {
  it('begins at its end, where more is to come', () => {
    const read = begunAtEnd(
      answer(['a'], { previousCursor: 'older', nextCursor: 'newer' }),
    );
    expect(read).toMatchObject({
      older: { cursor: 'older' },
      newer: { cursor: 'newer' },
      isAtEnd: true,
    });
  });

  it('numbers its lines, which keep their numbers', () => {
    const begun = begunAtEnd(answer(['c'], { previousCursor: 'older' }));
    const read = withOlder(begun, answer(['a', 'b']));
    expect(textsOf(read)).toEqual(['a', 'b', 'c']);
    expect(read.first).toBe(-2);
    expect(read.older).toBeUndefined();
    const grown = withNewer(read, answer(['d']));
    expect(textsOf(grown)).toEqual(['a', 'b', 'c', 'd']);
    expect(grown.first).toBe(-2);
  });

  it('goes from a time in both directions, each with its own bounds', () => {
    const { until, begun } = begunAround('2026-11-21T06:00:00.000Z');
    expect(until).toBe('2026-11-21T06:00:00.001Z');
    const read = begun(answer(['a'], { previousCursor: 'older' }));
    expect(read).toMatchObject({
      older: { cursor: 'older', until },
      newer: { from: until },
      isAtEnd: false,
    });
    const more = withNewer(read, answer(['b'], { nextCursor: 'newer' }));
    expect(more).toMatchObject({
      newer: { cursor: 'newer', from: until },
      isAtEnd: false,
    });
    const all = withNewer(more, answer([], { nextCursor: 'newer' }));
    expect(all.isAtEnd).toBe(true);
  });

  it('has no end in sight while a text is searched', () => {
    expect(begunBySearch(answer(['a'], { nextCursor: 'x' }))).toMatchObject({
      newer: { cursor: 'x' },
      isAtEnd: false,
    });
  });

  it('lets the oldest lines give way to new ones', () => {
    const full = begunAtEnd(
      answer(
        Array.from({ length: MOST_LINES }, (_, index) => `${index}`),
        { previousCursor: 'older', nextCursor: 'newer' },
      ),
    );
    const grown = withNewer(full, answer(['x', 'y']));
    expect(grown.lines).toHaveLength(MOST_LINES);
    expect(grown.lines[0].text).toBe('2');
    expect(grown.first).toBe(2);
    expect(grown.older).toBeUndefined();
  });

  it('takes of older lines those for which there is room', () => {
    const full = begunAtEnd(
      answer(
        Array.from({ length: MOST_LINES - 1 }, (_, index) => `${index}`),
        { previousCursor: 'older' },
      ),
    );
    const read = withOlder(full, answer(['a', 'b'], { previousCursor: 'c' }));
    expect(textsOf(read).slice(0, 2)).toEqual(['b', '0']);
    expect(read.first).toBe(-1);
    expect(read.older).toBeUndefined();
  });

  it('keeps the cause that its end told', () => {
    const cause = { id: 'x', title: 'Why', remedy: 'What to do' };
    const read = withNewer(begunAtEnd(answer([], { cause })), answer(['b']));
    expect(read.answer?.cause).toBe(cause);
  });
});
