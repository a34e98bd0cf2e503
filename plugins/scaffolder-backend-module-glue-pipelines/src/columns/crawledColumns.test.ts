import { crawledColumns } from './crawledColumns';

describe('crawledColumns', () => {
  it.each([
    ['new_cases', 'new_cases'],
    ['New Cases', 'new_cases'],
    [' date ', 'date'],
    ['total.amount', 'total_amount'],
    ['lat/long', 'lat_long'],
    ['2020', '2020'],
    ['Größe', 'gr__e'],
    ['日付', 'col0'],
    ['', 'col0'],
  ])('names %j %s', (name, expected) =>
    expect(crawledColumns([name])).toEqual([expected]),
  );

  it('numbers what occurs again', () => {
    expect(crawledColumns(['a', 'A', 'b', 'a '])).toEqual([
      'a',
      'a_2',
      'b',
      'a_3',
    ]);
  });
});
