import { english, german } from '../__testUtils__/texts';
import { absoluteTime, relativeTime } from './instant';

const now = Date.parse('2026-11-21T10:00:00Z');

describe('relativeTime', () => {
  it.each([
    ['2026-11-21T10:00:03Z', 'just now'],
    ['2026-11-21T09:59:57Z', 'just now'],
    ['2026-11-21T09:59:30Z', '30 s ago'],
    ['2026-11-21T09:54:10Z', '5 min ago'],
    ['2026-11-21T08:56:00Z', '1 h 4 min ago'],
    ['2026-11-20T10:00:00Z', '1 d ago'],
    ['2026-11-01T08:00:00Z', '20 d ago'],
    ['2026-11-21T12:00:00Z', 'in 2 h'],
    ['2026-11-23T09:48:00Z', 'in 1 d 23 h'],
  ])('shows %s as "%s"', (instant, words) => {
    expect(relativeTime(english, instant, now)).toBe(words);
  });
});

describe('absoluteTime', () => {
  it.each([
    ['UTC', '21 Nov 2026, 10:03:04 UTC'],
    ['Europe/Berlin', '21 Nov 2026, 11:03:04 CET'],
  ])('names the zone %s', (zone, words) => {
    expect(absoluteTime(english, '2026-11-21T10:03:04Z', zone)).toBe(words);
  });
});

describe('in German', () => {
  it.each([
    ['2026-11-21T09:59:57Z', 'gerade eben'],
    ['2026-11-20T06:00:00Z', 'vor 1 Tg. 4 h'],
    ['2026-11-01T08:00:00Z', 'vor 20 Tagen'],
    ['2026-11-21T12:00:00Z', 'in 2 h'],
  ])('shows %s as "%s"', (instant, words) => {
    expect(relativeTime(german, instant, now)).toBe(words);
  });

  it('writes dates as German does', () => {
    expect(absoluteTime(german, '2026-11-21T10:03:04Z', 'Europe/Berlin')).toBe(
      '21. Nov. 2026, 11:03:04 MEZ',
    );
  });
});
