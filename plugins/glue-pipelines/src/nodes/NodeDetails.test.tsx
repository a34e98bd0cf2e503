import { renderInTestApp } from '@backstage/frontend-test-utils';
import { NodeAttempt } from '@glue-pipelines/backstage-plugin-common';
import { screen } from '@testing-library/react';
import { NodeDetails } from './NodeDetails';

function renderAttempt(attempt: Partial<NodeAttempt>) {
  return renderInTestApp(
    <NodeDetails
      node={{
        id: 'w1',
        type: 'JOB',
        name: 'prepare',
        state: 'succeeded',
        attempts: [{ attempt: 0, rawState: 'SUCCEEDED', ...attempt }],
      }}
      takesFocus={false}
      onClose={() => {}}
    />,
  );
}

/** What is told of the attempt, by name. */
const facts = () =>
  Object.fromEntries(
    screen
      .getAllByRole('term')
      .map(term => [term.textContent, term.nextElementSibling?.textContent]),
  );

describe('NodeDetails', () => {
  it('tells on what a job ran and what that cost', async () => {
    await renderAttempt({
      glueVersion: '5.1',
      executionClass: 'FLEX',
      dpuHours: 0.25,
      workerType: 'G.1X',
      numberOfWorkers: 2,
    });
    expect(facts()).toEqual({
      State: 'SUCCEEDED',
      'DPU hours': '0.250',
      Workers: '2 × G.1X',
      'Glue version': '5.1',
      'Execution class': 'FLEX',
    });
  });

  it('leaves out what Glue does not say', async () => {
    await renderAttempt({});
    expect(facts()).toEqual({ State: 'SUCCEEDED' });
  });
});
