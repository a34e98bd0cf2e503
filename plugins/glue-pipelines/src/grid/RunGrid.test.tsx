import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { covidHiring, covidHiringGrid } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { RunGrid } from './RunGrid';

function show(api = backEnd()) {
  const onOpen = jest.fn();
  renderOnEntity(
    <RunGrid
      entityRef="component:default/covid-hiring"
      workflow={covidHiring}
      intervalMs={60_000}
      selectedRunId={covidHiringGrid.runs[0].id}
      isSelected={({ name }) => name === 'covid-hiring-transform'}
      onOpen={onOpen}
    />,
    { api },
  );
  return { api, onOpen };
}

const cellsOf = async (name: string) =>
  within(await screen.findByRole('row', { name: new RegExp(`^${name}`) }))
    .getAllByRole('gridcell')
    .map(cell => within(cell).getByRole('button'));

describe('RunGrid', () => {
  it('has a row for each node and a column for each run', async () => {
    show();
    const cells = await cellsOf('transform');
    expect(cells.map(cell => cell.getAttribute('aria-label'))).toEqual([
      expect.stringContaining('succeeded'),
      expect.stringContaining('not known'),
      expect.stringContaining('failed, 11 s'),
    ]);
    expect(
      screen.getAllByRole('columnheader').map(head => head.textContent),
    ).toHaveLength(4);
    expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(1);
  });

  it('is one tab stop in which arrow keys move, and opens run and node', async () => {
    const user = userEvent.setup();
    const { onOpen } = show();
    const [old, , newest] = await cellsOf('transform');
    const stops = screen
      .getAllByRole('gridcell')
      .map(cell => within(cell).getByRole('button'))
      .filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).toEqual([newest]);
    newest.focus();
    await user.keyboard('{Home}');
    expect(old).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    expect(onOpen).toHaveBeenCalledWith({
      runId: covidHiringGrid.runs[2].id,
      node: covidHiringGrid.nodes[2],
    });
  });

  it('goes to older runs and back', async () => {
    const { api } = show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Older runs' }),
    );
    expect(api.getGrid).toHaveBeenLastCalledWith(
      expect.objectContaining({ cursor: 'older' }),
      expect.anything(),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Newer runs' }),
    );
    expect(api.getGrid).toHaveBeenLastCalledWith(
      expect.objectContaining({ cursor: undefined }),
      expect.anything(),
    );
  });

  it('says so where nothing is known, and what went wrong', async () => {
    const api = backEnd();
    api.getGrid.mockRejectedValue(new Error('no grid today'));
    show(api);
    expect(await screen.findAllByText(/no grid today/)).not.toHaveLength(0);
  });

  it('says so where no run was read', async () => {
    const api = backEnd();
    api.getGrid.mockResolvedValue({ ...covidHiringGrid, nodes: [] });
    show(api);
    expect(
      await screen.findByText(/has not read what the nodes/),
    ).toBeInTheDocument();
  });
});
