import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  RunSummary,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { covidHiring, runningRun } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { ComponentProps, useState } from 'react';
import { StartRunButton } from './StartRunButton';
import { StartRunDialog } from './StartRunDialog';

const ENTITY = 'component:default/covid-hiring';
const onStarted = jest.fn();

/** The button with what it opens, as on the page. */
function Start(
  props: Omit<ComponentProps<typeof StartRunDialog>, 'onClose' | 'onStarted'>,
) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <StartRunButton {...props} onClick={() => setOpen(true)} />
      {open && (
        <StartRunDialog
          {...props}
          onClose={() => setOpen(false)}
          onStarted={id => {
            setOpen(false);
            onStarted(id);
          }}
        />
      )}
    </>
  );
}

function button(
  options: {
    activeRuns?: RunSummary[];
    entityRef?: string;
    workflow?: WorkflowDetail;
  } = {},
) {
  const { activeRuns = [], entityRef = ENTITY } = options;
  return (
    <Start
      entityRef={entityRef}
      workflow={options.workflow ?? covidHiring}
      activeRuns={activeRuns}
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
      idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
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

  it('sends the same start again with its key, and another with another key', async () => {
    const api = backEnd();
    api.startRun.mockRejectedValue(new Error('the answer of AWS was lost'));
    renderOnEntity(button(), { api });
    const dialog = await openDialog();
    const start = async (year: string) => {
      write(dialog.getByLabelText('Value of year'), year);
      await userEvent.click(dialog.getByRole('button', { name: 'Start' }));
      await dialog.findByRole('alert');
      return api.startRun.mock.lastCall?.[0].idempotencyKey;
    };
    const first = await start('2025');
    expect(await start('2025')).toBe(first);
    expect(await start('2024')).not.toBe(first);
  });

  it('says why it does not show default properties', async () => {
    const workflow = {
      ...covidHiring,
      defaultRunProperties: {},
      propertiesWithheld: 'Run properties are not shown. Set its tag',
    };
    renderOnEntity(button({ workflow }));
    const dialog = await openDialog();
    expect(
      dialog.getByText('Run properties are not shown. Set its tag'),
    ).toBeInTheDocument();
  });

  it('says what runs already', async () => {
    const workflow = { ...covidHiring, maxConcurrentRuns: 2 };
    renderOnEntity(button({ workflow, activeRuns: [runningRun] }));
    const dialog = await openDialog();
    expect(dialog.getByText('A run is under way already.')).toBeInTheDocument();
  });

  it('is disabled while as many runs are under way as Glue allows', async () => {
    renderOnEntity(button({ activeRuns: [runningRun] }));
    const start = await screen.findByRole('button', { name: 'Start run' });
    expect(start).toBeDisabled();
    expect(start).toHaveAccessibleDescription(
      'A run is under way, and the workflow allows one at a time.',
    );
  });

  it('is disabled where Glue has no such workflow', async () => {
    const workflow = { ...covidHiring, missing: true as const };
    renderOnEntity(button({ workflow }));
    const start = await screen.findByRole('button', { name: 'Start run' });
    expect(start).toBeDisabled();
    expect(start).toHaveAccessibleDescription(
      'AWS Glue has no such workflow: there is nothing to start.',
    );
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
