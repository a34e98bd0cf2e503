import { judgeFreshness, parseFreshness } from './freshness';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('parseFreshness', () => {
  it.each([
    ['PT5M', 5 * MINUTE],
    ['PT300S', 5 * MINUTE],
    ['PT6H', 6 * HOUR],
    ['PT1H30M', 90 * MINUTE],
    ['P1D', DAY],
    ['P1DT12H', 36 * HOUR],
    ['P2W', 14 * DAY],
    ['P366D', 366 * DAY],
    [' P1D\n', DAY],
  ])('reads %j', (text, milliseconds) => {
    expect(parseFreshness(text)).toBe(milliseconds);
  });

  it.each([
    [''],
    ['P'],
    ['PT'],
    ['P1DT'],
    ['1 day'],
    ['24h'],
    ['p1d'],
    ['P1.5D'],
    ['PT0,5H'],
    ['-P1D'],
    ['P-1D'],
    ['P1W1D'],
    ['P1H'],
    ['PT1D'],
    ['PT6H P1D'],
    ['P1D\nP1D'],
    [`P${'1'.repeat(60)}D`],
  ])('refuses %j, which is no duration', text => {
    expect(() => parseFreshness(text)).toThrow(
      'it is no duration of whole weeks, or of days, hours, minutes and seconds. Expected an ISO 8601 duration such as PT6H',
    );
  });

  it.each([['P1M'], ['P1Y'], ['P1Y2D'], ['P1MT5M']])(
    'refuses %s, which has no fixed length',
    text => {
      expect(() => parseFreshness(text)).toThrow(
        `'${text}' is not a promise of freshness: years and months have no fixed length`,
      );
    },
  );

  it.each([['PT4M59S'], ['PT0S'], ['P0D'], ['P367D'], ['P53W'], ['P9999999W']])(
    'refuses %s, which is out of bounds',
    text => {
      expect(() => parseFreshness(text)).toThrow(
        'it must be between 5 minutes and 366 days',
      );
    },
  );
});

describe('judgeFreshness', () => {
  const now = new Date('2026-11-28T12:00:00.000Z');
  const at = (time: string) => `2026-11-28T${time}.000Z`;

  it.each([
    ['in time', at('11:00:00'), at('11:59:00'), 'fresh', at('13:00:00')],
    [
      'at the last moment',
      at('10:00:00'),
      at('11:59:00'),
      'fresh',
      at('12:00:00'),
    ],
    ['too long ago', at('09:00:00'), at('11:59:00'), 'late', at('11:00:00')],
    [
      'too long ago, not read since',
      at('09:00:00'),
      at('10:30:00'),
      'unknown',
      at('11:00:00'),
    ],
    [
      'too long ago, never read',
      at('09:00:00'),
      undefined,
      'unknown',
      at('11:00:00'),
    ],
    ['never', undefined, at('11:59:00'), 'late', undefined],
    ['never, and never read', undefined, undefined, 'unknown', undefined],
  ])('a success %s', (_, lastSuccessAt, collectedAt, state, dueAt) => {
    expect(
      judgeFreshness(2 * HOUR, { lastSuccessAt, collectedAt }, now),
    ).toEqual({ state, ...(dueAt && { dueAt }) });
  });
});
