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
    expect(parseFreshness(text)).toEqual({ kind: 'within', milliseconds });
  });

  it.each([
    ['by 06:00', 6, 0, 'UTC'],
    ['by 23:59 Europe/Berlin', 23, 59, 'Europe/Berlin'],
    [
      ' by 00:00 America/Argentina/Buenos_Aires ',
      0,
      0,
      'America/Argentina/Buenos_Aires',
    ],
  ])('reads %j', (text, hour, minute, zone) => {
    expect(parseFreshness(text)).toEqual({ kind: 'daily', hour, minute, zone });
  });

  it.each([
    ['by 6:00'],
    ['by 24:00'],
    ['by 06:60'],
    ['06:00'],
    ['by 06:00 a b'],
  ])('refuses %j, which is no time of day', text => {
    expect(() => parseFreshness(text)).toThrow(
      "or a time of day such as 'by 06:00 Europe/Berlin'",
    );
  });

  it('refuses a time zone that there is not', () => {
    expect(() => parseFreshness('by 06:00 Mars/Base')).toThrow(
      "there is no time zone 'Mars/Base'",
    );
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
    [`P${'1'.repeat(70)}D`],
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
    // In Berlin it is 13:00 of the 28th; the clocks went back on the 25th of October.
    ['today', '2026-11-28T04:00:00Z', 'fresh', '2026-11-29T05:00:00.000Z'],
    [
      'too late today',
      '2026-11-28T09:00:00Z',
      'fresh',
      '2026-11-29T05:00:00.000Z',
    ],
    ['yesterday', '2026-11-27T22:30:00Z', 'late', '2026-11-28T05:00:00.000Z'],
    [
      'after midnight there',
      '2026-11-27T23:30:00Z',
      'fresh',
      '2026-11-29T05:00:00.000Z',
    ],
    [
      'before the clocks went back',
      '2026-10-24T12:00:00Z',
      'late',
      '2026-10-25T05:00:00.000Z',
    ],
  ])(
    'judges a promise for each day, kept %s',
    (_, lastSuccessAt, state, dueAt) => {
      expect(
        judgeFreshness(
          parseFreshness('by 06:00 Europe/Berlin'),
          { lastSuccessAt, collectedAt: at('11:59:00') },
          now,
        ),
      ).toEqual({ state, dueAt });
    },
  );

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
      judgeFreshness(
        { kind: 'within', milliseconds: 2 * HOUR },
        { lastSuccessAt, collectedAt },
        now,
      ),
    ).toEqual({ state, ...(dueAt && { dueAt }) });
  });
});
