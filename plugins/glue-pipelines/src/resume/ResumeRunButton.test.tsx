import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RunDetail } from '@glue-pipelines/backstage-plugin-common';
import {
  covidHiring,
  failedRun,
  runningRun,
  succeededRun,
} from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { ResumeRunButton } from './ResumeRunButton';

const workflow = {
  entityRef: 'component:default/covid-hiring',
  workflowArn: covidHiring.arn,
};
const onResumed = jest.fn();

const button = (run: RunDetail = failedRun, entityRef = workflow.entityRef) => (
  <ResumeRunButton
    workflow={{ ...workflow, entityRef }}
    workflowName="covid-hiring"
    run={run}
    onResumed={onResumed}
  />
);

async function openDialog() {
  await userEvent.click(await screen.findByRole('button', { name: /^Resume/ }));
  return within(
    screen.getByRole('dialog', { name: 'Resume the run of covid-hiring' }),
  );
}

const idOf = (name: string) =>
  failedRun.graph.nodes.find(
    node => node.type === 'JOB' && node.name === `covid-hiring-${name}`,
  )!.id;

describe('ResumeRunButton', () => {
  beforeEach(() => jest.resetAllMocks());

  it('goes on from what failed, and shows what will run again', async () => {
    const api = backEnd();
    renderOnEntity(button(), { api });
    const dialog = await openDialog();
    expect(
      dialog.getByRole('checkbox', { name: /^covid-hiring-transform/ }),
    ).toBeChecked();
    expect(
      dialog.getByRole('checkbox', { name: /^covid-hiring-prepare/ }),
    ).not.toBeChecked();
    expect(
      dialog.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      'covid-hiring-transform',
      'covid-hiring-crawl-processed',
      'covid-hiring-load',
    ]);
    await userEvent.click(dialog.getByRole('button', { name: 'Resume' }));
    await waitFor(() => expect(onResumed).toHaveBeenCalledWith('wr_resumed'));
    expect(api.resumeRun).toHaveBeenCalledWith({
      ...workflow,
      runId: failedRun.id,
      nodeIds: [idOf('transform')],
    });
  });

  it('goes on from what a person chooses', async () => {
    const api = backEnd();
    renderOnEntity(button(), { api });
    const dialog = await openDialog();
    await userEvent.click(
      dialog.getByRole('checkbox', { name: /^covid-hiring-transform/ }),
    );
    expect(dialog.getByText('Choose at least one')).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Resume' })).toBeDisabled();
    await userEvent.click(
      dialog.getByRole('checkbox', { name: /^covid-hiring-prepare/ }),
    );
    expect(dialog.getAllByRole('listitem')).toHaveLength(5);
    await userEvent.click(dialog.getByRole('button', { name: 'Resume' }));
    await waitFor(() =>
      expect(api.resumeRun).toHaveBeenCalledWith(
        expect.objectContaining({ nodeIds: [idOf('prepare')] }),
      ),
    );
  });

  it('says why the run was not resumed', async () => {
    const api = backEnd();
    api.resumeRun.mockRejectedValue(new Error('It was resumed already'));
    renderOnEntity(button(), { api });
    const dialog = await openDialog();
    await userEvent.click(dialog.getByRole('button', { name: 'Resume' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The run was not resumed. It was resumed already',
    );
  });

  it.each([
    ['succeeded', button(succeededRun), true],
    ['goes on', button(runningRun), true],
    [
      'may not be resumed by who looks',
      // Of another entity: permissions that were asked for are remembered.
      button(failedRun, 'component:default/of-others'),
      false,
    ],
  ])('is absent where a run %s', async (_, element, mayStart) => {
    renderOnEntity(element, { mayStart });
    await screen.findByTestId('address');
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /^Resume/ })).toBeNull(),
    );
  });
});
