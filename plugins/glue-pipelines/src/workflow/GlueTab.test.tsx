import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  covidHiring,
  covidHiringNeverRun,
  covidHiringRuns,
  failedRun,
  graphOfRun,
  runningRun,
  WORKFLOW_ARN,
} from '../__fixtures__/covidHiring';
import {
  backEnd,
  covidHiringEntity,
  renderOnEntity,
  Signals,
} from '../__testUtils__/renderOnEntity';
import { setViewport } from '../__testUtils__/viewport';
import { GlueTab } from './GlueTab';

const FAILED_NODE = 'Job covid-hiring-transform Failed 11 s';
const address = () => screen.getByTestId('address').textContent;
const details = () =>
  screen.findByRole('region', { name: 'Details of covid-hiring-transform' });

describe('GlueTab', () => {
  beforeEach(() => setViewport(1440));

  it('shows the workflow, its runs and the graph of the newest', async () => {
    renderOnEntity(<GlueTab />);
    expect(
      await screen.findByRole('heading', { name: 'covid-hiring' }),
    ).toBeInTheDocument();
    expect(screen.getByText('At 06:00 (UTC)')).toBeInTheDocument();
    expect(await screen.findAllByRole('radio')).toHaveLength(25);
    expect(
      await screen.findByRole('button', { name: FAILED_NODE }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('covid-hiring-transform failed'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^There is no column \w+/)).toBeInTheDocument();
    expect(address()).toBe('');
  });

  it('says how a promise is kept', async () => {
    const api = backEnd();
    api.getWorkflows.mockResolvedValue({
      items: [
        {
          ...covidHiring,
          freshness: {
            kind: 'expected',
            promise: 'by 07:00 Europe/Berlin',
            state: 'late',
          },
        },
      ],
    });
    renderOnEntity(<GlueTab />, { api });
    expect(
      await screen.findByText(
        'Expected by 07:00 Europe/Berlin, no successful run yet',
      ),
    ).toBeInTheDocument();
  });

  it('speaks German to who has chosen that', async () => {
    renderOnEntity(<GlueTab />, { language: 'de' });
    expect(
      await screen.findByRole('radiogroup', {
        name: 'Letzte Läufe, älteste zuerst',
      }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('covid-hiring-transform fehlgeschlagen'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Zeitachse' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Letzte Läufe' }).closest('[lang]'),
    ).toHaveAttribute('lang', 'de-DE');
    const facts = screen
      .getAllByRole('term')
      .map(({ textContent }) => textContent);
    expect(facts).toEqual(
      expect.arrayContaining(['Letzter Lauf', 'Startet', 'Nicht erreicht']),
    );
  });

  it('shows another run and keeps it in the address', async () => {
    renderOnEntity(<GlueTab />);
    await screen.findByRole('button', { name: FAILED_NODE });
    await userEvent.click(screen.getAllByRole('radio')[23]);
    expect(
      await screen.findByRole('button', {
        name: 'Job covid-hiring-transform Succeeded 11 s',
      }),
    ).toBeInTheDocument();
    expect(address()).toBe(`?run=${covidHiringRuns[1].id}`);
  });

  it('opens a node, error first, and closes by Escape where it was opened', async () => {
    const user = userEvent.setup();
    renderOnEntity(<GlueTab />);
    const node = await screen.findByRole('button', { name: FAILED_NODE });
    await user.click(node);
    const pane = within(await details());
    expect(pane.getByRole('heading', { level: 3 })).toHaveFocus();
    expect(pane.getByText(/^There is no column \w+/)).toBeInTheDocument();
    expect(pane.getByText(/UNRESOLVED_COLUMN/)).toBeInTheDocument();
    expect(pane.getByText('FAILED')).toBeInTheDocument();
    expect(pane.getByText('0.006')).toBeInTheDocument();
    expect(address()).toBe('?node=job.covid-hiring-transform');

    await user.keyboard('{Escape}');
    expect(
      screen.queryByRole('region', { name: /^Details of/ }),
    ).not.toBeInTheDocument();
    expect(node).toHaveFocus();
    expect(address()).toBe('');
  });

  it('restores a shared address without taking the focus', async () => {
    renderOnEntity(<GlueTab />, {
      search: `?workflow=covid-hiring&run=${failedRun.id}&node=job.covid-hiring-transform&view=table`,
    });
    const pane = within(await details());
    expect(pane.getByRole('heading', { level: 3 })).not.toHaveFocus();
    expect(
      screen.getByRole('table', { name: 'Nodes of covid-hiring' }),
    ).toBeInTheDocument();
  });

  it('tells in a table what the graph shows', async () => {
    renderOnEntity(<GlueTab />);
    await screen.findByRole('button', { name: FAILED_NODE });
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    const rows = screen.getAllByRole('row');
    expect(rows).toHaveLength(11);
    expect(rows[6]).toHaveTextContent(
      /covid-hiring-transform.*Job.*Failed.*11 s.*AnalysisException/,
    );
    expect(address()).toBe('?view=table');

    // With details beside it, there is room for what matters.
    await userEvent.click(
      within(rows[6]).getByRole('button', { name: 'covid-hiring-transform' }),
    );
    await details();
    expect(
      screen.getAllByRole('columnheader').map(({ textContent }) => textContent),
    ).toEqual(['Node', 'Status']);
  });

  it.each([
    [1000, 'graph'],
    [700, 'table'],
  ])('at %s pixels begins with the %s', async (width, view) => {
    setViewport(width);
    renderOnEntity(<GlueTab />);
    await waitFor(() =>
      expect(
        view === 'table'
          ? screen.getByRole('table')
          : screen.getByRole('group', { name: /^Graph of/ }),
      ).toBeInTheDocument(),
    );
  });

  it('opens details in a drawer where there is no room beside', async () => {
    setViewport(1000);
    renderOnEntity(<GlueTab />);
    await userEvent.click(
      await screen.findByRole('button', { name: FAILED_NODE }),
    );
    const drawer = await screen.findByRole('dialog', { name: 'Node details' });
    await userEvent.click(
      within(drawer).getByRole('button', { name: 'Close details' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('follows a run by signals and says what changed', async () => {
    const api = backEnd();
    const signals = new Signals();
    const items = [runningRun, ...covidHiringRuns.slice(1)];
    api.getRuns.mockImplementation(async () => ({ items }));
    api.getRun.mockImplementation(async () => runningRun);
    renderOnEntity(<GlueTab />, { api, signals });
    await screen.findByRole('button', {
      name: 'Job covid-hiring-transform Running',
    });

    const { startedAt } = runningRun;
    const graph = graphOfRun(startedAt!, 4, 'running');
    api.getRun.mockImplementation(async () => ({ ...runningRun, graph }));
    act(() =>
      signals.send({ action: 'workflow-changed', key: covidHiring.signalKey }),
    );
    expect(
      await screen.findByRole('button', {
        name: 'Job covid-hiring-transform Succeeded 11 s',
      }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(
        'covid-hiring-transform succeeded, covid-hiring-crawl-processed is running.',
      ),
    ).toHaveAttribute('role', 'status');
  });

  it('leaves signals of other workflows alone', async () => {
    const api = backEnd();
    const signals = new Signals();
    renderOnEntity(<GlueTab />, { api, signals });
    await screen.findByRole('button', { name: FAILED_NODE });
    const asked = api.getRuns.mock.calls.length;
    act(() =>
      signals.send({
        action: 'workflow-changed',
        key: `${covidHiring.signalKey}-other`,
      }),
    );
    expect(api.getRuns).toHaveBeenCalledTimes(asked);
    expect(api.getWorkflows).toHaveBeenCalledTimes(1);
  });

  it('follows the newest run after a start', async () => {
    const api = backEnd();
    renderOnEntity(<GlueTab />, { api, search: `?run=${failedRun.id}` });
    await screen.findByRole('button', { name: FAILED_NODE });
    const items = [runningRun, ...covidHiringRuns];
    api.getRuns.mockImplementation(async () => ({ items }));
    api.getRun.mockImplementation(async () => runningRun);
    const start = screen.getByRole('button', { name: 'Start run' });
    await waitFor(() => expect(start).toBeEnabled());
    await userEvent.click(start);
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    expect(
      await screen.findByRole('button', {
        name: 'Job covid-hiring-transform Running',
      }),
    ).toBeInTheDocument();
    expect(address()).toBe('');
    expect(screen.getByText('covid-hiring was started.')).toBeInTheDocument();
  });

  it('invites to the first run where there was none', async () => {
    const api = backEnd();
    api.getWorkflows.mockResolvedValue({ items: [covidHiringNeverRun] });
    api.getRuns.mockResolvedValue({ items: [] });
    renderOnEntity(<GlueTab />, { api });
    expect(
      await screen.findByText('This workflow has not run yet'),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: 'Start run' })).toHaveLength(
      1,
    );
    expect(
      screen.getByRole('button', { name: 'Job covid-hiring-load Never run' }),
    ).toBeInTheDocument();
    expect(api.getRun).not.toHaveBeenCalled();
  });

  it('keeps what somebody writes when it becomes known that nothing ran', async () => {
    const api = backEnd();
    api.getWorkflows.mockResolvedValue({ items: [covidHiringNeverRun] });
    let answer: (page: { items: [] }) => void = () => {};
    api.getRuns.mockReturnValue(new Promise(resolve => (answer = resolve)));
    renderOnEntity(<GlueTab />, { api });
    const start = await screen.findByRole('button', { name: 'Start run' });
    await waitFor(() => expect(start).toBeEnabled());
    await userEvent.click(start);
    const dialog = screen.getByRole('dialog', { name: 'Start covid-hiring' });
    await act(async () => answer({ items: [] }));
    await screen.findByText('This workflow has not run yet');
    expect(dialog).toBeInTheDocument();
  });

  it('says how old the state is when AWS cannot be read', async () => {
    const api = backEnd();
    const collectedAt = new Date(Date.now() - 5 * 60_000).toISOString();
    const collectionError = 'AWS throttles requests, it is tried again soon';
    api.getWorkflows.mockResolvedValue({
      items: [{ ...covidHiring, collectedAt, collectionError }],
    });
    renderOnEntity(<GlueTab />, { api });
    const notice = await screen.findByText(/Showing the state of/);
    expect(notice).toHaveTextContent(
      'Showing the state of 5 min ago: AWS throttles requests, it is tried again soon',
    );
  });

  it('keeps the page where one part fails', async () => {
    const api = backEnd();
    api.getRuns.mockRejectedValue(new Error('the runs are away'));
    renderOnEntity(<GlueTab />, { api });
    expect(
      await screen.findByText('Error: the runs are away'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: FAILED_NODE }),
    ).toBeInTheDocument();
  });

  it('shows the error where nothing can be read', async () => {
    const api = backEnd();
    api.getWorkflows.mockRejectedValue(new Error('not today'));
    renderOnEntity(<GlueTab />, { api });
    expect(await screen.findByText('Error: not today')).toBeInTheDocument();
  });

  it('has a tab for each workflow, and tells the chosen in the address', async () => {
    const api = backEnd();
    const other = { ...covidHiring, arn: `${WORKFLOW_ARN}-2`, name: 'flights' };
    api.getWorkflows.mockResolvedValue({ items: [covidHiring, other] });
    renderOnEntity(<GlueTab />, { api });
    await userEvent.click(await screen.findByRole('tab', { name: 'flights' }));
    expect(
      await screen.findByRole('heading', { name: 'flights' }),
    ).toBeInTheDocument();
    expect(address()).toBe('?workflow=flights');
    expect(api.getRuns).toHaveBeenLastCalledWith(
      expect.objectContaining({ workflowArn: other.arn }),
      expect.anything(),
    );
  });

  it('says so where the annotation names nothing', async () => {
    const api = backEnd();
    api.getWorkflows.mockResolvedValue({ items: [] });
    renderOnEntity(<GlueTab />, { api });
    expect(await screen.findByText('No workflow')).toBeInTheDocument();
  });

  it('explains the annotation where it is missing', async () => {
    const api = backEnd();
    const entity = { ...covidHiringEntity, metadata: { name: 'bare' } };
    renderOnEntity(<GlueTab />, { api, entity });
    expect(await screen.findByText('Missing Annotation')).toBeInTheDocument();
    expect(api.getWorkflows).not.toHaveBeenCalled();
  });
});
