import { LogLine } from '@glue-pipelines/backstage-plugin-common';
import { indexOfKey, lineKey, timeOfKey } from './lineAddress';

const TIME = '2026-11-21T06:00:01.500Z';
const line = (text: string, time = TIME): LogLine => ({
  time,
  text,
  stream: 'output',
});

describe('the address of a line', () => {
  const lines = [
    line('began', '2026-11-21T06:00:00.000Z'),
    line('read 3 rows'),
    line('wrote 3 rows'),
    line('wrote 3 rows'),
  ];

  it.each([
    [0, 0],
    [1, 1],
    [2, 2],
    // Nobody can tell it from the one before.
    [3, 2],
  ])('of line %d leads to line %d', (from, to) => {
    expect(indexOfKey(lineKey(lines[from]), lines)).toBe(to);
  });

  it('stays the same, since people send it to each other', () => {
    expect(lineKey(lines[1])).toBe(`${TIME}~12vzn6p`);
  });

  it.each([undefined, '', 'x', `${TIME}~0`, '2026-13-40T00:00:00Z~1'])(
    'leads nowhere from %p',
    key => expect(indexOfKey(key, lines)).toBe(-1),
  );

  it.each([
    [`${TIME}~abc`, TIME],
    [TIME, TIME],
    ['yesterday~abc', undefined],
    [undefined, undefined],
  ])('of %p has the time %p', (key, time) => {
    expect(timeOfKey(key)).toBe(time);
  });
});
