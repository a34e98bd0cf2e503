import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { failedRun, nodeNamed } from '../__fixtures__/covidHiring';
import { NodeTable } from './NodeTable';

it('counts the attempts of a node that was retried', () => {
  const transform = nodeNamed(failedRun.graph, 'transform');
  const retried = {
    ...transform,
    attempts: [...transform.attempts, ...transform.attempts],
  };
  const prepare = nodeNamed(failedRun.graph, 'prepare');
  renderInTestApp(
    <NodeTable
      nodes={[prepare, retried]}
      workflowName="covid-hiring"
      narrow={false}
      onOpen={() => {}}
    />,
  );
  const [, first, second] = screen.getAllByRole('row');
  expect(first).not.toHaveTextContent('attempts');
  expect(second).toHaveTextContent('Failed2 attempts');
});
