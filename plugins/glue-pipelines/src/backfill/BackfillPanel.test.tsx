import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { covidHiring } from '../__fixtures__/covidHiring';
import { backfill } from '../__fixtures__/fixtureApi';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { BackfillPanel } from './BackfillPanel';
import { shownBackfill } from './useBackfills';

const workflow = {
  entityRef: 'component:default/covid-hiring',
  workflowArn: covidHiring.arn,
};
const onStopped = jest.fn();
const onSelectRun = jest.fn();
const panel = (more: Partial<typeof backfill> = {}) => (
  <BackfillPanel
    workflow={workflow}
    backfill={{ ...backfill, ...more }}
    onStopped={onStopped}
    onSelectRun={onSelectRun}
  />
);

describe('BackfillPanel', () => {
  it('says how far it is and why it waits, leads to runs, and stops', async () => {
    const api = backEnd();
    renderOnEntity(panel(), { api });
    const words = '2 of 5 done · 1 failed · 1 running';
    expect(
      await screen.findByRole('progressbar', { name: words }),
    ).toHaveAttribute('aria-valuenow', '40');
    expect(screen.getByText(/The next run waits. As many/)).toBeInTheDocument();
    await userEvent.click(screen.getByText('5 values'));
    const list = within(screen.getByRole('list'));
    expect(list.getAllByRole('listitem').map(item => item.textContent)).toEqual(
      [
        'Succeeded2026-11-01',
        'Failed2026-11-02',
        'Running2026-11-03',
        'waits2026-11-04',
        'waits2026-11-05',
      ],
    );
    await userEvent.click(
      list.getByRole('button', { name: 'Show the run of 2026-11-02' }),
    );
    expect(onSelectRun).toHaveBeenCalledWith('wr_b2');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start no more' }),
    );
    expect(api.stopBackfill).toHaveBeenCalledWith({
      ...workflow,
      backfillId: 'backfill-1',
    });
    expect(onStopped).toHaveBeenCalledTimes(1);
  });

  it('says why it has ended', async () => {
    renderOnEntity(
      panel({ endedAt: '2026-11-28T11:00:00.000Z', problem: 'All failed' }),
    );
    expect(
      await screen.findByText('It has ended before its end. All failed'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Start no more' })).toBeNull();
  });
});

describe('shownBackfill', () => {
  const now = Date.parse('2026-11-29T12:00:00Z');
  it.each([
    ['goes on', undefined, true],
    ['ended yesterday', '2026-11-28T12:00:01Z', true],
    ['ended before that', '2026-11-28T11:59:59Z', false],
  ])('is one that %s', (_, endedAt, isShown) => {
    const data = { backfills: [{ ...backfill, endedAt }] };
    expect(Boolean(shownBackfill(data, now))).toBe(isShown);
  });
});
