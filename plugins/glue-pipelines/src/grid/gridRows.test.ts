import { covidHiringGrid } from '../__fixtures__/covidHiring';
import { english, german } from '../__testUtils__/texts';
import { gridRows, nextCell } from './gridRows';

describe('gridRows', () => {
  it('has a cell for each run in each row, the oldest first', () => {
    const rows = gridRows(english, covidHiringGrid);
    expect(rows.map(({ node }) => node.name)).toEqual([
      'covid-hiring-prepare',
      'covid-hiring-crawl-raw',
      'covid-hiring-transform',
      'covid-hiring-crawl-processed',
      'covid-hiring-load',
    ]);
    expect(rows[2].cells.map(({ state }) => state)).toEqual([
      'succeeded',
      undefined,
      'failed',
    ]);
    expect(rows[2].cells.map(({ words }) => words)).toEqual([
      expect.stringMatching(
        /^Job covid-hiring-transform, run of 19 Nov 2026, .*: succeeded, 11 s$/,
      ),
      expect.stringContaining('has not read what the nodes of that run did'),
      expect.stringMatching(/: failed, 11 s$/),
    ]);
  });

  it('says it in German', () => {
    const [, , transform] = gridRows(german, covidHiringGrid);
    expect(transform.cells[2].words).toMatch(
      /^Job covid-hiring-transform, Lauf vom 21\. Nov\. 2026, .*: fehlgeschlagen, 11 s$/,
    );
  });

  it('tells apart what is not known and what was not there', () => {
    const nodes = covidHiringGrid.nodes.map((node, index) =>
      index === 0 ? { ...node, cells: node.cells.slice(0, 1) } : node,
    );
    const [first] = gridRows(english, { ...covidHiringGrid, nodes });
    expect(first.cells[0].words).toContain('not part of that run');
  });
});

describe('nextCell', () => {
  const size = { rows: 3, columns: 4 };
  it.each([
    ['ArrowLeft', [1, 1], [1, 0]],
    ['ArrowLeft', [1, 0], [1, 0]],
    ['ArrowRight', [1, 3], [1, 3]],
    ['ArrowUp', [0, 2], [0, 2]],
    ['ArrowDown', [1, 2], [2, 2]],
    ['ArrowDown', [2, 2], [2, 2]],
    ['Home', [1, 2], [1, 0]],
    ['End', [1, 2], [1, 3]],
  ])('%s leads from %j to %j', (key, [row, column], to) => {
    const next = nextCell(key, { row, column }, size);
    expect([next?.row, next?.column]).toEqual(to);
  });

  it('leaves other keys alone', () => {
    expect(nextCell('a', { row: 0, column: 0 }, size)).toBeUndefined();
  });
});
