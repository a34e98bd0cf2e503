import { inTurn } from './inTurn';

describe('inTurn', () => {
  it('makes one change after the other, after one that failed too', async () => {
    const made: string[] = [];
    const first = inTurn(() => {
      made.push('first');
      throw new Error('no');
    });
    const second = inTurn(() => {
      made.push('second');
    });
    expect(made).toEqual([]);
    await expect(first).rejects.toThrow('no');
    await second;
    expect(made).toEqual(['first', 'second']);
  });
});
