import dagre from '@dagrejs/dagre';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import {
  covidHiringGraph,
  failedRun,
  nodeNamed,
  succeededRun,
} from '../__fixtures__/covidHiring';
import { WorkflowGraphView } from './WorkflowGraphView';

const onOpen = jest.fn();

function Graphs() {
  const [failed, setFailed] = useState(true);
  return (
    <>
      <button onClick={() => setFailed(false)}>other run</button>
      <WorkflowGraphView
        graph={failed ? failedRun.graph : succeededRun.graph}
        workflowName="covid-hiring"
        onOpen={onOpen}
      />
    </>
  );
}

function graph() {
  return within(screen.getByRole('group', { name: /^Graph of covid-hiring/ }));
}

describe('WorkflowGraphView', () => {
  beforeEach(() => jest.restoreAllMocks());

  it('shows every node with what it did', () => {
    renderInTestApp(<Graphs />);
    expect(graph().getAllByRole('button')).toHaveLength(10);
    for (const name of [
      'Trigger covid-hiring-start Fired',
      'Job covid-hiring-prepare Succeeded 3 s',
      'Trigger covid-hiring-crawl-raw Fired',
      'Crawler covid-hiring-crawl-raw Succeeded 4 s',
      'Trigger covid-hiring-transform Fired',
      'Job covid-hiring-transform Failed 11 s',
      'Trigger covid-hiring-crawl-processed Not reached',
      'Crawler covid-hiring-crawl-processed Not reached',
      'Trigger covid-hiring-load Not reached',
      'Job covid-hiring-load Not reached',
    ]) {
      expect(graph().getByRole('button', { name })).toBeInTheDocument();
    }
  });

  it('is one tab stop, follows the edges by arrow keys and opens by Enter', async () => {
    const user = userEvent.setup();
    renderInTestApp(<Graphs />);
    const stops = graph()
      .getAllByRole('button')
      .filter(button => button.tabIndex === 0);
    expect(stops).toHaveLength(1);

    stops[0].focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(
      'Job covid-hiring-prepare Succeeded 3 s',
    );
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}{End}');
    expect(document.activeElement).toHaveAccessibleName(
      'Job covid-hiring-load Not reached',
    );
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenLastCalledWith(
      nodeNamed(covidHiringGraph, 'load').id,
    );
    await user.tab();
    expect(document.activeElement).toHaveAccessibleName('Fit');
  });

  it('only recolours when another run is shown', async () => {
    const layout = jest.spyOn(dagre, 'layout');
    renderInTestApp(<Graphs />);
    const load = graph().getByRole('button', {
      name: 'Job covid-hiring-load Not reached',
    });
    const place = load.getAttribute('style');
    await userEvent.click(screen.getByText('other run'));
    expect(load).toHaveAccessibleName('Job covid-hiring-load Succeeded 8 s');
    expect(load).toHaveAttribute('style', place);
    expect(layout).toHaveBeenCalledTimes(1);
  });

  it('can be made smaller and larger', async () => {
    renderInTestApp(<Graphs />);
    const group = screen.getByRole('group', { name: /^Graph of/ });
    const width = () => Math.round(parseFloat(group.style.width));
    const whole = width();
    await userEvent.click(screen.getByRole('button', { name: 'Smaller' }));
    expect(width()).toBe(Math.round(whole * 0.8));
    await userEvent.click(screen.getByRole('button', { name: '100 %' }));
    expect(width()).toBe(whole);
    await userEvent.click(screen.getByRole('button', { name: 'Larger' }));
    expect(width()).toBe(Math.round(whole * 1.25));
  });
});
