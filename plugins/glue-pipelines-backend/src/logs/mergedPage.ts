import { LogEvent } from '../aws/LogsApi';

/** Where reading of one source goes on. */
export interface LogPosition {
  /** CloudWatch's. Without one it is the end, or the beginning. */
  token?: string;
  /** Events from there that were shown already. */
  skip: number;
  /** The end as it was, in epoch milliseconds: a log that grows has another one later. */
  until?: number;
}

/** A stream, or streams of a group that are searched, read into one direction. */
export interface LogSource {
  id: string;
  /** Events in the order of reading: going to what is older, the newest comes first. */
  read(
    from: Pick<LogPosition, 'token' | 'until'>,
    limit: number,
  ): Promise<{
    events: LogEvent[];
    /** The token of where it was read from, for going the other way. */
    near?: string;
    /** The token of where it goes on. The one that was given, or none: it has ended. */
    far?: string;
  }>;
}

/** Events of several sources, oldest first. */
export interface MergedPage {
  events: LogEvent[];
  /** Where each source goes on, without those that have ended. */
  further: Map<string, LogPosition>;
  /** The same for those that have ended by now, and may grow. */
  ends: Map<string, LogPosition>;
  /** Where each source was read from, for going the other way. */
  back: Map<string, LogPosition>;
}

/** Calls to AWS for one source and answer: pages may be empty though more follows. */
const MOST_CALLS = 8;
/** The largest page (GetLogEvents and FilterLogEvents, CloudWatch Logs API reference). */
const LARGEST_PAGE = 10_000;

interface Filled {
  source: LogSource;
  events: LogEvent[];
  /** Where the events from `at` on were read from. */
  starts: { at: number; from: LogPosition }[];
  /** Where it goes on after all events. */
  end: LogPosition;
  ended: boolean;
  near?: string;
}

/**
 * The next events of several sources in the order of time. Since each source
 * gives as many as the page has room for, nothing is left out between them;
 * what a page has no room for is read again from the same place.
 *
 * @param positions - where to begin; sources without one are read from their end or beginning
 * @param room - how many events, and how many bytes of text (at least one event)
 */
export async function readMerged(
  sources: readonly LogSource[],
  positions: ReadonlyMap<string, LogPosition>,
  to: 'older' | 'newer',
  room: { events: number; bytes: number },
): Promise<MergedPage> {
  const filled = await Promise.all(
    sources.map(source =>
      fill(source, positions.get(source.id) ?? { skip: 0 }, room.events),
    ),
  );
  const { taken, counts } = take(filled, to, room);
  const page: MergedPage = {
    events: to === 'older' ? taken.reverse() : taken,
    further: new Map(),
    ends: new Map(),
    back: new Map(),
  };
  filled.forEach((one, i) => {
    const { id } = one.source;
    const at = positionAfter(one, counts[i], to);
    const isEnd = one.ended && counts[i] === one.events.length;
    (isEnd ? page.ends : page.further).set(id, at);
    if (one.near) {
      page.back.set(id, { token: one.near, skip: 0 });
    }
  });
  return page;
}

/** Reads as many events as there is room for, if there are so many. */
async function fill(
  source: LogSource,
  start: LogPosition,
  room: number,
): Promise<Filled> {
  const { until } = start;
  const result: Filled = {
    source,
    events: [],
    starts: [],
    end: start,
    ended: false,
  };
  let { token, skip } = start;
  let limit = skip || room;
  for (let calls = 0; calls < MOST_CALLS; calls++) {
    const { events, near, far } = await source.read({ token, until }, limit);
    if (skip > 0) {
      skip -= events.length;
    } else {
      result.near ??= near;
      result.starts.push({
        at: result.events.length,
        from: { token, skip: 0, until },
      });
      result.events.push(...events);
    }
    result.ended = far === undefined || far === token;
    if (result.ended) {
      break;
    }
    token = far;
    result.end = { token, skip, until };
    const open = room - result.events.length;
    if (open <= 0) {
      break;
    }
    if (skip > 0) {
      limit = skip;
    } else {
      // Empty pages are those of a long stretch out of the times that are asked for.
      limit = events.length === 0 ? Math.min(limit * 10, LARGEST_PAGE) : open;
    }
  }
  return result;
}

/** Takes the events that come first, and counts how many each source gave. */
function take(
  filled: readonly Filled[],
  to: 'older' | 'newer',
  room: { events: number; bytes: number },
) {
  const counts = filled.map(() => 0);
  const taken: LogEvent[] = [];
  let bytes = 0;
  while (taken.length < room.events) {
    let first: number | undefined;
    filled.forEach(({ events }, i) => {
      const event = events[counts[i]];
      const best = first === undefined ? undefined : filled[first];
      if (
        event &&
        (!best || comesFirst(event, best.events[counts[first!]], to))
      ) {
        first = i;
      }
    });
    if (first === undefined) {
      break;
    }
    const event = filled[first].events[counts[first]];
    bytes += Buffer.byteLength(event.message);
    if (taken.length > 0 && bytes > room.bytes) {
      break;
    }
    counts[first] += 1;
    taken.push(event);
  }
  return { taken, counts };
}

/** Of the same time, those of the first source come first when read from the beginning, and last from the end. */
function comesFirst(event: LogEvent, best: LogEvent, to: 'older' | 'newer') {
  return to === 'older'
    ? event.timestamp >= best.timestamp
    : event.timestamp < best.timestamp;
}

function positionAfter(
  { events, starts, end }: Filled,
  count: number,
  to: 'older' | 'newer',
): LogPosition {
  if (count === events.length) {
    return end;
  }
  const { at, from } = starts.filter(start => start.at <= count).at(-1)!;
  const isOpenEnd = to === 'older' && !from.token && from.until === undefined;
  return {
    ...from,
    skip: count - at,
    ...(isOpenEnd && { until: events[0].timestamp + 1 }),
  };
}
