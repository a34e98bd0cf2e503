import { renderInTestApp } from '@backstage/frontend-test-utils';
import { NodeAttempt } from '@glue-pipelines/backstage-plugin-common';
import { screen } from '@testing-library/react';
import { failedRun, nodeNamed } from '../__fixtures__/covidHiring';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
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

  it('speaks German to who has chosen that', async () => {
    renderOnEntity(
      <NodeDetails
        node={{
          ...nodeNamed(failedRun.graph, 'transform'),
          pendingRetry: { attempt: 2, of: 3 },
        }}
        takesFocus={false}
        onClose={() => {}}
      />,
      { language: 'de' },
    );
    expect(
      await screen.findByText('Glue versucht es noch einmal: Versuch 2 von 3.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Warum es fehlgeschlagen ist' }),
    ).toBeInTheDocument();
    expect(facts()).toMatchObject({ Zustand: 'FAILED', Dauer: '11 s' });
  });
});
