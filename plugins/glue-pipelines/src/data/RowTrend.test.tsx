import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { covidHiringRuns } from '../__fixtures__/covidHiring';
import { RowTrend } from './RowTrend';

const runs = (...rows: (number | undefined)[]) =>
  rows.map((rowsLoaded, index) => ({ ...covidHiringRuns[index], rowsLoaded }));

describe('RowTrend', () => {
  it('tells the rows of the runs that tell them, oldest first', async () => {
    renderInTestApp(<RowTrend runs={runs(1500, undefined, 0, 3000)} />);
    expect(
      (
        await screen.findByRole('img', {
          name: 'Rows loaded by the last 3 runs that tell, oldest first: 3,000; 0; 1,500',
        })
      ).children,
    ).toHaveLength(3);
  });

  it.each([[runs()], [runs(1)], [runs(undefined, 1)]])(
    'is not there for fewer than two',
    async few => {
      renderInTestApp(
        <>
          <p>Beside it</p>
          <RowTrend runs={few} />
        </>,
      );
      await screen.findByText('Beside it');
      expect(screen.queryByRole('img')).not.toBeInTheDocument();
    },
  );
});
