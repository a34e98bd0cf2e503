import { screen } from '@testing-library/react';
import {
  RunSummary,
  StartTrigger,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { covidHiring, covidHiringRuns } from '../__fixtures__/covidHiring';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { StartNotices } from './StartNotices';

const workflowWith = (
  trigger: Partial<StartTrigger>,
  more: Partial<WorkflowDetail> = {},
): WorkflowDetail => ({
  ...covidHiring,
  startTrigger: { ...covidHiring.startTrigger!, ...trigger },
  ...more,
});

const DAY_MS = 24 * 3_600_000;
const paused = workflowWith({
  state: 'DEACTIVATED',
  pause: {
    pausedBy: 'user:default/jo',
    pausedAt: new Date(Date.now() - 2 * DAY_MS).toISOString(),
    reason: 'The source moves',
  },
});

const HOUR_AGO = new Date(Date.now() - 3_600_000).toISOString();
const overdue = (more: Partial<WorkflowDetail> = {}) =>
  workflowWith(
    { lastDueAt: HOUR_AGO },
    { collectedAt: new Date().toISOString(), ...more },
  );
const longRun: RunSummary = {
  ...covidHiringRuns[1],
  completedAt: undefined,
  health: 'running',
};

describe('StartNotices', () => {
  it.each<[string, WorkflowDetail, string | undefined, RunSummary[]?]>([
    ['an active schedule', covidHiring, undefined],
    ['a pause', paused, 'Paused by jo 2 d ago: The source moves'],
    [
      'what was done elsewhere',
      workflowWith({ state: 'DEACTIVATED' }),
      'The schedule does not start this workflow: its trigger is DEACTIVATED. It was not paused in this portal, so the portal knows neither who did it nor why.',
    ],
    [
      'what may have been done here by others',
      workflowWith({ state: 'DEACTIVATED' }, { propertiesWithheld: 'No tag' }),
      'The schedule does not start this workflow: its trigger is DEACTIVATED.',
    ],
    [
      'a trigger that was never active',
      workflowWith({ state: 'CREATED' }),
      'The schedule does not start this workflow: its trigger was created, but never activated.',
    ],
    [
      'a trigger that is changed right now',
      workflowWith({ state: 'ACTIVATING' }),
      'AWS is changing the schedule (ACTIVATING).',
    ],
    [
      'a workflow without a trigger',
      { ...covidHiring, startTrigger: undefined },
      'This workflow has no start trigger: nothing starts it, and nobody can.',
    ],
    [
      'a trigger between nodes',
      {
        ...covidHiring,
        graph: {
          edges: [],
          nodes: covidHiring.graph.nodes.slice(2, 3).map(node => ({
            ...node,
            trigger: { type: 'CONDITIONAL', state: 'CREATED' },
          })),
        },
      },
      'The trigger covid-hiring-crawl-raw is not active: what it starts never runs.',
    ],
    [
      'a run that did not come',
      overdue(),
      'A run was due 1 h ago and did not begin. Nothing that the portal sees explains it: the trigger is active, and fewer runs were under way than the workflow allows. If the schedule was activated or changed only after that, all is well.',
      covidHiringRuns,
    ],
    [
      'a run that did not come while another went on',
      overdue(),
      'A run was due 1 h ago and did not begin. As many runs were under way as the workflow allows at a time, so that AWS started no other.',
      [longRun],
    ],
    [
      'a run that the portal cannot know of',
      overdue({ collectedAt: covidHiring.collectedAt }),
      'A run was due 1 h ago and did not begin. The portal has not read AWS since then: it may have begun.',
      covidHiringRuns,
    ],
    ['nothing while the runs are not known', overdue(), undefined],
  ])('of %s', async (...[, workflow, sentence, runs]) => {
    renderOnEntity(<StartNotices workflow={workflow} runs={runs} />);
    await screen.findByTestId('address');
    const notices = screen
      .queryAllByRole('status')
      .filter(element => element.tagName !== 'OUTPUT');
    expect(notices.map(({ textContent }) => textContent)).toEqual(
      sentence ? [sentence] : [],
    );
  });
});
