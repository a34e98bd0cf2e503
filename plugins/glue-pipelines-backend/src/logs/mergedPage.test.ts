import { fromLogCursor, toLogCursor } from './logCursor';
import { LogPosition, LogSource, MergedPage, readMerged } from './mergedPage';

type Line = [timestamp: number, message: string];

/** A stream that gives pages as CloudWatch does: tokens at both ends, the same one at the end of all. */
class Stream {
  calls = 0;

  constructor(
    readonly id: string,
    readonly lines: Line[],
    /** Every page but the first of a question is empty once. */
    private readonly empties = false,
  ) {}

  source(to: 'older' | 'newer'): LogSource {
    return {
      id: this.id,
      read: async ({ token, until = Infinity }, limit) => {
        this.calls += 1;
        const known = this.lines.filter(([time]) => time < until).length;
        const [at, isEmpty] = token
          ? token.split('!').map(Number)
          : [to === 'older' ? known : 0, 0];
        if (token && this.empties && !isEmpty) {
          const next = `${at}!1`;
          return { events: [], near: `${at}`, far: next };
        }
        const [from, end] =
          to === 'older'
            ? [Math.max(0, at - limit), at]
            : [at, Math.min(this.lines.length, at + limit)];
        const events = this.lines
          .slice(from, end)
          .map(([timestamp, message]) => ({
            timestamp,
            message,
            stream: this.id,
          }));
        const far = to === 'older' ? from : end;
        return {
          events: to === 'older' ? events.reverse() : events,
          near: `${at}`,
          far: events.length === 0 ? (token ?? `${far}`) : `${far}`,
        };
      },
    };
  }
}

/** Through a cursor, as between two questions. */
const passed = (positions: Map<string, LogPosition>) =>
  fromLogCursor(toLogCursor({ to: 'older', positions })).positions;

const texts = ({ events }: MergedPage) => events.map(({ message }) => message);

const lines = (name: string, times: number[]): Line[] =>
  times.map((time, i) => [time, `${name}${i}`]);

const OUTPUT = lines('o', [1, 2, 2, 2, 5, 9, 9, 9, 9, 12]);
const ERROR = lines('e', [2, 2, 3, 9, 9, 11, 11, 11]);
/** In the order of time, and where it is the same first of the output. */
const ALL = [
  ...OUTPUT.map(line => ['a', ...line] as const),
  ...ERROR.map(line => ['b', ...line] as const),
]
  .sort((x, y) => x[1] - y[1])
  .map(([, , message]) => message);

const room = (events: number) => ({ events, bytes: 1_000_000 });

async function readAll(
  streams: Stream[],
  to: 'older' | 'newer',
  size: number,
  onPage: (page: MergedPage) => void = () => {},
) {
  const pages: string[][] = [];
  let positions = new Map<string, LogPosition>();
  let open = streams;
  for (let questions = 0; open.length > 0 && questions < 100; questions++) {
    const page = await readMerged(
      open.map(stream => stream.source(to)),
      positions,
      to,
      room(size),
    );
    pages.push(texts(page));
    onPage(page);
    const next = passed(page.further);
    positions = next;
    open = streams.filter(({ id }) => next.has(id));
  }
  return to === 'older' ? pages.reverse().flat() : pages.flat();
}

describe('readMerged', () => {
  describe.each([1, 2, 3, 5, 7, 18, 100])('with pages of %d', size => {
    it.each([
      ['older', false],
      ['newer', false],
      ['older', true],
      ['newer', true],
    ] as const)(
      'gives every line once, %s (empty pages: %s)',
      async (to, empties) => {
        const streams = [
          new Stream('output', OUTPUT, empties),
          new Stream('error', ERROR, empties),
        ];
        expect(await readAll(streams, to, size)).toEqual(ALL);
      },
    );

    it('gives every line once of streams that grow while they are read', async () => {
      const output = new Stream('output', [...OUTPUT]);
      const error = new Stream('error', [...ERROR]);
      let time = 20;
      const grow = () => {
        output.lines.push([time++, 'new'], [time++, 'new']);
      };
      expect(await readAll([output, error], 'older', size, grow)).toEqual(ALL);
    });
  });

  it.each([1, 2, 3, 5, 7])(
    'goes back by %d to where it came from',
    async size => {
      const streams = [
        new Stream('output', OUTPUT),
        new Stream('error', ERROR),
      ];
      const sources = (to: 'older' | 'newer') =>
        streams.map(stream => stream.source(to));
      const tail = await readMerged(
        sources('older'),
        new Map(),
        'older',
        room(size),
      );
      const before = await readMerged(
        sources('older'),
        passed(tail.further),
        'older',
        room(size),
      );
      const again = await readMerged(
        sources('newer'),
        passed(before.back),
        'newer',
        room(size),
      );
      expect(texts(again)).toEqual(texts(tail));
    },
  );

  it('goes on where a log has grown', async () => {
    const output = new Stream('output', [...OUTPUT]);
    const tail = await readMerged(
      [output.source('older')],
      new Map(),
      'older',
      room(3),
    );
    const nothing = await readMerged(
      [output.source('newer')],
      passed(tail.back),
      'newer',
      room(3),
    );
    expect([texts(nothing), nothing.further.size]).toEqual([[], 0]);
    output.lines.push([13, 'new']);
    const news = await readMerged(
      [output.source('newer')],
      passed(nothing.ends),
      'newer',
      room(3),
    );
    expect(texts(news)).toEqual(['new']);
  });

  it('keeps to the room in bytes, with one line at least', async () => {
    const long: Line[] = [
      [1, 'x'.repeat(50)],
      [2, 'y'.repeat(50)],
      [3, 'z'.repeat(500)],
    ];
    const read = (bytes: number) =>
      readMerged(
        [new Stream('output', long).source('older')],
        new Map(),
        'older',
        {
          events: 10,
          bytes,
        },
      );
    expect(texts(await read(100))).toEqual(['z'.repeat(500)]);
    expect(texts(await read(560))).toHaveLength(2);
  });

  it('stops asking a stream that gives nothing', async () => {
    const source: LogSource & { calls: number } = {
      id: 'empty',
      calls: 0,
      async read() {
        this.calls += 1;
        return { events: [], near: 'n', far: `${this.calls}` };
      },
    };
    const page = await readMerged([source], new Map(), 'older', room(10));
    expect(source.calls).toBe(8);
    expect(page.further.get('empty')?.token).toBe('8');
  });
});

describe('cursors', () => {
  it.each([
    '',
    'no',
    'bm8',
    Buffer.from('["older",[["a",1,0,null]]]').toString('base64url'),
    Buffer.from('["older",[["a","t",99999,null]]]').toString('base64url'),
  ])('do not take %j', cursor =>
    expect(() => fromLogCursor(cursor)).toThrow(/^cursor: /),
  );
});
