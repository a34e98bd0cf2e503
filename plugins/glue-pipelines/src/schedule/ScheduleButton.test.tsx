import { Page } from '@backstage/core-components';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  StartTrigger,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { covidHiring } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { ScheduleButton } from './ScheduleButton';

const entityRef = 'component:default/covid-hiring';
const onChanged = jest.fn();

const workflowWith = (
  trigger: Partial<StartTrigger>,
  more: Partial<WorkflowDetail> = {},
): WorkflowDetail => ({
  ...covidHiring,
  startTrigger: { ...covidHiring.startTrigger!, ...trigger },
  ...more,
});

const paused = workflowWith({
  state: 'DEACTIVATED',
  nextRunAt: undefined,
  pause: {
    pausedBy: 'user:default/jo',
    pausedAt: new Date(Date.now() - 2 * 24 * 3_600_000).toISOString(),
    reason: 'The source moves',
  },
});

const button = (workflow: WorkflowDetail = covidHiring, ref = entityRef) => (
  <ScheduleButton entityRef={ref} workflow={workflow} onChanged={onChanged} />
);

async function open(verb: 'Pause' | 'Resume') {
  await userEvent.click(
    await screen.findByRole('button', { name: `${verb} schedule` }),
  );
  return within(
    screen.getByRole('dialog', {
      name: `${verb} the schedule of covid-hiring?`,
    }),
  );
}

describe('ScheduleButton', () => {
  beforeEach(() => jest.resetAllMocks());

  it('writes on its buttons as on all others, on a page with a theme of its own', async () => {
    renderOnEntity(<Page themeId="tool">{button()}</Page>);
    const dialog = await open('Pause');
    for (const name of ['Cancel', 'Pause schedule']) {
      expect(dialog.getByRole('button', { name })).toHaveStyle({
        textTransform: 'none',
      });
    }
  });

  it('pauses for a reason, and not without', async () => {
    const api = backEnd();
    renderOnEntity(button(), { api });
    const dialog = await open('Pause');
    const reason = dialog.getByRole('textbox', { name: /^Reason/ });
    expect(reason).toHaveFocus();
    const pause = dialog.getByRole('button', { name: 'Pause schedule' });
    expect(pause).toBeDisabled();
    fireEvent.change(reason, { target: { value: ' The source moves ' } });
    await userEvent.click(pause);
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(api.pauseSchedule).toHaveBeenCalledWith({
      entityRef,
      workflowArn: covidHiring.arn,
      reason: 'The source moves',
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says why the schedule was not paused, and keeps the reason', async () => {
    const api = backEnd();
    api.pauseSchedule.mockRejectedValue(new Error('the role may not'));
    renderOnEntity(button(), { api });
    const dialog = await open('Pause');
    const reason = dialog.getByRole('textbox', { name: /^Reason/ });
    fireEvent.change(reason, { target: { value: 'The source moves' } });
    await userEvent.click(
      dialog.getByRole('button', { name: 'Pause schedule' }),
    );
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The schedule was not paused. the role may not',
    );
    expect(reason).toHaveValue('The source moves');
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('resumes, and says who paused it and why', async () => {
    const api = backEnd();
    renderOnEntity(button(paused), { api });
    const dialog = await open('Resume');
    expect(dialog.getByText(/^Paused by/)).toHaveTextContent(
      'Paused by jo 2 d ago: The source moves',
    );
    expect(dialog.getByText(/At 06:00 \(UTC\)/)).toBeInTheDocument();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Resume schedule' }),
    );
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(api.resumeSchedule).toHaveBeenCalledWith({
      entityRef,
      workflowArn: covidHiring.arn,
    });
  });

  it.each<[string, WorkflowDetail]>([
    ['for a workflow on demand', workflowWith({ type: 'ON_DEMAND' })],
    ['for a workflow on events', workflowWith({ type: 'EVENT' })],
    [
      'without a start trigger',
      { ...covidHiring, startTrigger: undefined } as WorkflowDetail,
    ],
    ['where Glue has no such workflow', workflowWith({}, { missing: true })],
  ])('is absent %s', async (_, workflow) => {
    renderOnEntity(button(workflow));
    await screen.findByTestId('address');
    expect(screen.queryByRole('button', { name: /schedule/ })).toBeNull();
  });

  it('is absent without the permission', async () => {
    renderOnEntity(button(covidHiring, 'component:default/of-others'), {
      mayStart: false,
    });
    await screen.findByTestId('address');
    expect(screen.queryByRole('button', { name: /schedule/ })).toBeNull();
  });
});
