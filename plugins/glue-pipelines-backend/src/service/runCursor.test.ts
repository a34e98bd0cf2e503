import { fromCursor, toCursor } from './runCursor';

describe('the cursor of a list of runs', () => {
  it.each(['wr_1', 'Lauf Ä/ö?&'])('leads back to its place, run %s', runId => {
    const place = { orderedAt: '2026-11-28T10:00:00.000Z', runId };
    expect(toCursor(place)).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(fromCursor(toCursor(place))).toEqual(place);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'wr_1'],
    ['other JSON', Buffer.from('{"a":1}').toString('base64url')],
    ['too few parts', Buffer.from('["a"]').toString('base64url')],
    ['numbers', Buffer.from('[1,2]').toString('base64url')],
  ])('is refused when it is %s', (_, cursor) => {
    expect(() => fromCursor(cursor)).toThrow(
      'cursor: it is not the nextCursor of an answer',
    );
  });
});
