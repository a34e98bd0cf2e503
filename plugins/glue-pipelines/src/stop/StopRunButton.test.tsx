import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import {
  covidHiring,
  runningRun,
  succeededRun,
} from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { StopRunButton } from './StopRunButton';

const workflow = {
  entityRef: 'component:default/covid-hiring',
  workflowArn: covidHiring.arn,
};
const onStopped = jest.fn();

const button = (
  run: RunSummary = runningRun,
  entityRef = workflow.entityRef,
) => (
  <StopRunButton
    workflow={{ ...workflow, entityRef }}
    workflowName="covid-hiring"
    run={run}
    onStopped={onStopped}
  />
);

async function openDialog() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Stop run' }),
  );
  return within(
    screen.getByRole('dialog', { name: 'Stop the run of covid-hiring?' }),
  );
}

describe('StopRunButton', () => {
  beforeEach(() => jest.resetAllMocks());

  it('asks first, with the focus on what changes nothing', async () => {
    const api = backEnd();
    renderOnEntity(button(), { api });
    const dialog = await openDialog();
    expect(dialog.getByText(/Nothing is taken back/)).toBeInTheDocument();
    const keep = dialog.getByRole('button', { name: 'Let it run' });
    expect(keep).toHaveFocus();
    await userEvent.click(keep);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.stopRun).not.toHaveBeenCalled();
  });

  it('stops the run', async () => {
    const api = backEnd();
    renderOnEntity(button(), { api });
    const dialog = await openDialog();
    await userEvent.click(dialog.getByRole('button', { name: 'Stop run' }));
    await waitFor(() => expect(onStopped).toHaveBeenCalled());
    expect(api.stopRun).toHaveBeenCalledWith({
      ...workflow,
      runId: runningRun.id,
    });
  });

  it('asks in German where the reader has chosen that', async () => {
    renderOnEntity(button(), { language: 'de' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Lauf stoppen' }),
    );
    expect(
      screen.getByRole('dialog', {
        name: 'Den Lauf von covid-hiring stoppen?',
      }),
    ).toBeInTheDocument();
  });

  it('says why the run was not stopped', async () => {
    const api = backEnd();
    api.stopRun.mockRejectedValue(new Error('Run wr_1 has ended already'));
    renderOnEntity(button(), { api });
    const dialog = await openDialog();
    await userEvent.click(dialog.getByRole('button', { name: 'Stop run' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The run was not stopped. Run wr_1 has ended already',
    );
    expect(onStopped).not.toHaveBeenCalled();
  });

  it.each([
    ['has ended', button(succeededRun), true],
    ['is stopping', button({ ...runningRun, health: 'stopping' }), true],
    [
      'may not be stopped by who looks',
      // Of another entity: permissions that were asked for are remembered.
      button(runningRun, 'component:default/of-others'),
      false,
    ],
  ])('is absent where a run %s', async (_, element, mayStart) => {
    renderOnEntity(element, { mayStart });
    await screen.findByTestId('address');
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Stop run' })).toBeNull(),
    );
  });
});
