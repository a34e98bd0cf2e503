import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import {
  covidHiring,
  covidHiringRuns,
  runningRun,
} from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { RunAgainButton } from './RunAgainButton';

const [failed, succeeded, , stopped] = covidHiringRuns;

function show(
  run: RunSummary,
  options: { activeRuns?: RunSummary[]; api?: ReturnType<typeof backEnd> } = {},
) {
  const onStarted = jest.fn();
  const { activeRuns = [], api = backEnd() } = options;
  renderOnEntity(
    <>
      <p>Beside it</p>
      <RunAgainButton
        entityRef="component:default/covid-hiring"
        workflow={covidHiring}
        activeRuns={activeRuns}
        run={run}
        onStarted={onStarted}
      />
    </>,
    { api },
  );
  return { api, onStarted };
}

describe('RunAgainButton', () => {
  it.each([
    ['Run everything again', failed],
    ['Run again', stopped],
    ['Run again', succeeded],
  ])('offers "%s"', async (name, run) => {
    show(run);
    expect(await screen.findByRole('button', { name })).toBeInTheDocument();
  });

  it('starts with the properties of the run', async () => {
    const run = { ...failed, properties: { year: '2020', month: '1' } };
    const { api, onStarted } = show(run);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Run everything again' }),
    );
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByLabelText('Value of year')).toHaveValue('2020');
    expect(dialog.getByLabelText('Value of country')).toHaveValue('USA');
    await userEvent.click(dialog.getByRole('button', { name: 'Start' }));
    await waitFor(() => expect(onStarted).toHaveBeenCalledWith('wr_new'));
    expect(api.startRun).toHaveBeenCalledWith(
      expect.objectContaining({ properties: { year: '2020', month: '1' } }),
    );
  });

  it("goes back to the workflow's own properties", async () => {
    show({ ...failed, properties: { year: '2020', month: '1' } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Run everything again' }),
    );
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.selectOptions(
      dialog.getByRole('combobox', { name: 'Properties as in' }),
      "The workflow's defaults",
    );
    expect(dialog.getByLabelText('Value of year')).toHaveValue('2026');
    expect(dialog.queryByLabelText('Value of month')).toBeNull();
  });

  it.each([
    ['the run goes on', runningRun, []],
    ['as many run as the workflow allows', failed, [runningRun]],
  ])('is not there while %s', async (_, run, activeRuns) => {
    show(run, { activeRuns });
    await screen.findByText('Beside it');
    expect(screen.queryByRole('button', { name: /again/ })).toBeNull();
  });
});
