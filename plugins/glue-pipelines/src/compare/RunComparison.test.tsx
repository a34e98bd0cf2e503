import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  covidHiringRuns,
  failedRun,
  WORKFLOW_ARN,
} from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { RunComparison, runToCompareWith } from './RunComparison';

const workflow = {
  entityRef: 'component:default/covid-hiring',
  workflowArn: WORKFLOW_ARN,
};

function show(
  options: {
    others?: typeof covidHiringRuns;
    api?: ReturnType<typeof backEnd>;
  } = {},
) {
  const { others = covidHiringRuns.slice(0, 4), api = backEnd() } = options;
  const onChoose = jest.fn();
  const onOpen = jest.fn();
  renderOnEntity(
    <RunComparison
      workflow={workflow}
      workflowName="covid-hiring"
      run={failedRun}
      others={others}
      onChoose={onChoose}
      onOpen={onOpen}
    />,
    { api },
  );
  return { api, onChoose, onOpen };
}

describe('RunComparison', () => {
  it('shows the last success and the run side by side', async () => {
    const { api, onOpen } = show();
    const table = await screen.findByRole('table', {
      name: 'Two runs side by side',
    });
    const row = within(table).getByRole('row', { name: /^transform/ });
    expect(row).toHaveTextContent(/Succeeded.*Failed.*the same/);
    expect(
      within(table).getByRole('row', { name: /^Duration/ }),
    ).toHaveTextContent(/34 s.*20 s.*−14 s/);
    expect(api.getRunChanges).toHaveBeenLastCalledWith(
      { ...workflow, runId: failedRun.id, since: covidHiringRuns[1].id },
      expect.anything(),
    );
    await userEvent.click(within(row).getByRole('button'));
    expect(onOpen).toHaveBeenCalledWith(
      failedRun.graph.nodes.find(
        ({ name, type }) => name === 'covid-hiring-transform' && type === 'JOB',
      )!.id,
    );
  });

  it('lets one choose another run', async () => {
    const { onChoose } = show();
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Compare with' }),
      covidHiringRuns[3].id,
    );
    expect(onChoose).toHaveBeenCalledWith(covidHiringRuns[3].id);
  });

  it('says so where there is nothing to compare with', async () => {
    const { api } = show({ others: covidHiringRuns.slice(0, 1) });
    expect(await screen.findByText(/no earlier run/)).toBeInTheDocument();
    expect(api.getRun).not.toHaveBeenCalled();
  });

  it('says what went wrong, with the choice still there', async () => {
    const api = backEnd();
    api.getRun.mockRejectedValue(new Error('gone'));
    show({ api });
    expect(await screen.findAllByText(/gone/)).not.toHaveLength(0);
    expect(
      screen.getByRole('combobox', { name: 'Compare with' }),
    ).toBeInTheDocument();
  });
});

describe('runToCompareWith', () => {
  const run = (id: string, health: 'failed' | 'succeeded') => ({ id, health });
  const runs = [
    run('4', 'failed'),
    run('3', 'succeeded'),
    run('2', 'failed'),
    run('1', 'failed'),
  ];
  it.each([
    ['4', '3'],
    ['3', '2'],
    ['2', '1'],
    ['1', undefined],
    ['not among them', '3'],
  ])('compares %s with %s', (id, other) => {
    expect(runToCompareWith({ id }, runs)).toBe(other);
  });
});
