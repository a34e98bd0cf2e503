import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { covidHiring } from '../__fixtures__/covidHiring';
import {
  covidHiringEntity,
  renderOnEntity,
} from '../__testUtils__/renderOnEntity';
import { RemovePipelineButton } from './RemovePipelineButton';

async function openDialog(workflow: WorkflowDetail = covidHiring) {
  renderOnEntity(<RemovePipelineButton workflow={workflow} />);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Remove from the portal…' }),
  );
  return within(
    screen.getByRole('dialog', {
      name: 'Remove covid-hiring from the portal?',
    }),
  );
}

describe('RemovePipelineButton', () => {
  it('says what goes and what stays, and removes nothing when cancelled', async () => {
    const dialog = await openDialog();
    expect(
      dialog.getByText(/^component:default\/covid-hiring from the catalog/),
    ).toBeInTheDocument();
    expect(
      dialog.getByText(/^everything in AWS account 123456789012/),
    ).toBeInTheDocument();
    expect(dialog.getByRole('group', { name: 'command' })).toHaveTextContent(
      'npm run destroy',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it.each<[string, Partial<WorkflowDetail>, RegExp | undefined]>([
    ['an active schedule', {}, /starting this workflow by its schedule/],
    [
      'a paused schedule',
      { startTrigger: { ...covidHiring.startTrigger!, state: 'DEACTIVATED' } },
      undefined,
    ],
    [
      'no schedule, with a trigger that is active all the same',
      { startTrigger: { ...covidHiring.startTrigger!, type: 'ON_DEMAND' } },
      undefined,
    ],
    [
      'events',
      { startTrigger: { name: 'start', type: 'EVENT', state: 'CREATED' } },
      /starting this workflow by its events/,
    ],
  ])('warns of %s', async (_, more, warning) => {
    const dialog = await openDialog({ ...covidHiring, ...more });
    expect(Boolean(dialog.queryByText(warning ?? /AWS goes on/))).toBe(
      Boolean(warning),
    );
  });

  it('lets Backstage ask before the entity goes', async () => {
    const dialog = await openDialog();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Go on to removing' }),
    );
    expect(
      await screen.findByText(/Are you sure you want to unregister/),
    ).toBeInTheDocument();
  });

  it('is absent for who may not delete the entity', async () => {
    renderOnEntity(<RemovePipelineButton workflow={covidHiring} />, {
      entity: {
        ...covidHiringEntity,
        metadata: { ...covidHiringEntity.metadata, name: 'of-others' },
      },
      mayStart: false,
    });
    await screen.findByTestId('address');
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  });
});
