import type { RowType } from '@glue-pipelines/pipeline';
import { suggestKeys, type Joined } from './suggestKeys';

const side = (
  columns: Record<string, RowType | undefined>,
  values?: Record<string, (string | null)[]>,
): Joined => ({
  columns: new Map(Object.entries(columns)),
  ...(values && { values: new Map(Object.entries(values)) }),
});

describe('suggestKeys', () => {
  it('takes columns of one name whose types can be equal', () => {
    expect(
      suggestKeys(
        side({ date: 'date', id: 'bigint', note: 'string' }),
        side({ date: 'date', id: 'int', note: 'date' }),
      ),
    ).toEqual([
      { left: 'date', right: 'date' },
      { left: 'id', right: 'id' },
    ]);
  });

  it('takes columns with the same values, after those of one name', () => {
    expect(
      suggestKeys(
        side(
          { origin: 'string', iata: 'string', state: 'string' },
          {
            origin: ['AUS', 'JFK', 'AUS', null],
            iata: ['x'],
            state: ['TX', 'NY', 'CA'],
          },
        ),
        side(
          { iata: 'string', region: 'string' },
          { iata: ['AUS', 'JFK', 'SFO'], region: ['TX'] },
        ),
      ),
    ).toEqual([
      { left: 'iata', right: 'iata', sample: { compared: 1, matching: 0 } },
      { left: 'origin', right: 'iata', sample: { compared: 2, matching: 2 } },
    ]);
  });

  it('suggests few', () => {
    const columns = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`c${index}`, 'int' as const]),
    );
    expect(suggestKeys(side(columns), side(columns))).toHaveLength(4);
  });
});
