import { stripVTControlCharacters } from 'node:util';
import { formatTable } from './table';

it('is as wide as its widest cells, numbers to the right', () => {
  const lines = formatTable(
    ['name', 'rows'],
    [
      ['é', '1'],
      ['longer', '1000000'],
    ],
    { alignRight: [1] },
  );
  expect(lines.map(stripVTControlCharacters)).toEqual([
    'name       rows',
    'é             1',
    'longer  1000000',
  ]);
});
