import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { covidHiring, runningRun } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { StartRunButton } from './StartRunButton';

const ENTITY = 'component:default/covid-hiring';
const onStarted = jest.fn();

function button(
  options: { activeRuns?: RunSummary[]; entityRef?: string } = {},
) {
  const { activeRuns = [], entityRef = ENTITY } = options;
  return (
    <StartRunButton
      entityRef={entityRef}
      workflow={covidHiring}
      activeRuns={activeRuns}
      onStarted={onStarted}
    />
  );
}

function write(field: HTMLElement, value: string) {
  fireEvent.change(field, { target: { value } });
}

async function openDialog() {
  const start = await screen.findByRole('button', { name: 'Start run' });
  await waitFor(() => expect(start).toBeEnabled());
  await userEvent.click(start);
  return within(screen.getByRole('dialog', { name: 'Start covid-hiring' }));
}

describe('StartRunButton', () => {
  beforeEach(() => jest.resetAllMocks());

  it('starts with the defaults', async () => {
    const api = backEnd();
    renderOnEntity(button(), { api });
    const dialog = await openDialog();
    expect(dialog.getByLabelText('Value of year')).toHaveValue('2026');
    expect(dialog.getByText(/Never put secrets here/)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Start' }));
    await waitFor(() => expect(onStarted).toHaveBeenCalledWith('wr_new'));
    expect(api.startRun).toHaveBeenCalledWith({
      entityRef: ENTITY,
      workflowArn: covidHiring.arn,
      properties: {},
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('sends what was changed and added', async () => {
    const api = backEnd();
    renderOnEntity(button(), { api });
    const dialog = await openDialog();
    write(dialog.getByLabelText('Value of year'), '2025');
    await userEvent.click(dialog.getByRole('button', { name: 'Add property' }));
    write(dialog.getByLabelText('Value of new property'), '11');
    expect(dialog.getByText('Give this value a name')).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Start' })).toBeDisabled();
    write(dialog.getByLabelText('Name of new property'), 'month');
    await userEvent.click(dialog.getByRole('button', { name: 'Start' }));
    await waitFor(() =>
      expect(api.startRun).toHaveBeenCalledWith(
        expect.objectContaining({ properties: { year: '2025', month: '11' } }),
      ),
    );
  });

  it('shows why a run was not started and keeps the input', async () => {
    const api = backEnd();
    api.startRun.mockRejectedValue(new Error('covid-hiring is at its limit'));
    renderOnEntity(button(), { api });
    const dialog = await openDialog();
    write(dialog.getByLabelText('Value of country'), 'USA, CAN');
    await userEvent.click(dialog.getByRole('button', { name: 'Start' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The run was not started. covid-hiring is at its limit',
    );
    expect(dialog.getByLabelText('Value of country')).toHaveValue('USA, CAN');
    expect(dialog.getByRole('button', { name: 'Start' })).toBeEnabled();
    expect(onStarted).not.toHaveBeenCalled();
  });

  it('says what runs already and what AWS will do', async () => {
    renderOnEntity(button({ activeRuns: [runningRun] }));
    const dialog = await openDialog();
    expect(
      dialog.getByText(/A run is under way already.*allows 1 at a time/),
    ).toBeInTheDocument();
  });

  it('starts nothing when cancelled', async () => {
    const api = backEnd();
    renderOnEntity(button(), { api });
    const dialog = await openDialog();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.startRun).not.toHaveBeenCalled();
  });

  it('is disabled without the permission and names it', async () => {
    // Permissions are remembered by entity for some seconds.
    const entityRef = 'component:default/of-others';
    renderOnEntity(button({ entityRef }), { mayStart: false });
    const start = await screen.findByRole('button', { name: 'Start run' });
    await waitFor(() =>
      expect(start).toHaveAccessibleDescription(
        'You may not start runs of this entity: the permission glue-pipelines.run.start is missing.',
      ),
    );
    expect(start).toBeDisabled();
  });
});
