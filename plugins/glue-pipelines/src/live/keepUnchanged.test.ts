import { keepUnchanged } from './keepUnchanged';

describe('keepUnchanged', () => {
  const previous = { id: 'wr_1', nodes: [{ n: 1 }, { n: 2 }], note: null };

  it('gives the old where nothing changed', () => {
    const next = JSON.parse(JSON.stringify(previous));
    expect(keepUnchanged(previous, next)).toBe(previous);
  });

  it('gives the new with the old in all places that did not change', () => {
    const next = { id: 'wr_1', nodes: [{ n: 1 }, { n: 3 }], note: null };
    const kept = keepUnchanged(previous, next);
    expect(kept).toEqual(next);
    expect(kept.nodes[0]).toBe(previous.nodes[0]);
    expect(kept.nodes).not.toBe(previous.nodes);
  });

  it.each<[string, unknown, unknown]>([
    ['a first answer', undefined, { a: 1 }],
    ['a longer list', [1], [1, 2]],
    ['a shorter list', [1, 2], [1]],
    ['a key that went', { a: 1, b: 2 }, { a: 1 }],
    ['a key that came', { a: 1 }, { a: 1, b: undefined }],
    ['a list for an object', { a: 1 }, [1]],
    ['an object for nothing', null, { a: 1 }],
  ])('follows %s', (_, before, next) => {
    const kept = keepUnchanged(before, next);
    expect(kept).toStrictEqual(next);
    expect(kept).not.toBe(before);
  });
});
