import { screen } from '@testing-library/react';
import { NodeState } from '@glue-pipelines/backstage-plugin-common';
import { WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { JobMore } from './JobMore';

const workflow = {
  entityRef: 'component:default/covid-hiring',
  workflowArn: WORKFLOW_ARN,
};
const node = (state: NodeState, id: string | undefined = 'jr_1') => ({
  id: 'wnode_1',
  type: 'JOB' as const,
  name: 'load',
  state,
  attempts: [{ id, attempt: 0, rawState: 'FAILED' }],
});

it.each([
  ['a job that failed', node('failed'), 'wr_1', false, true],
  ['one that ran out of time', node('timed-out'), 'wr_1', false, true],
  ['one that succeeded', node('succeeded'), 'wr_1', false, false],
  ['a workflow that never ran', node('failed'), undefined, false, false],
  ["another entity's workflow", node('failed'), 'wr_1', true, false],
])(
  'whether there are insights of %s',
  async (_, job, runId, insightsWithheld, shown) => {
    renderOnEntity(
      <JobMore
        workflow={workflow}
        runId={runId}
        node={job}
        insightsWithheld={insightsWithheld}
      />,
    );
    await screen.findByRole('button', { name: /Bookmark/ });
    expect(screen.queryAllByRole('button', { name: /Insights/ })).toHaveLength(
      shown ? 1 : 0,
    );
  },
);
