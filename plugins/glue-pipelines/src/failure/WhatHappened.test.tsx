import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  covidHiringRuns,
  failedRun,
  WORKFLOW_ARN,
} from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { failedNodeOf, WhatHappened } from './WhatHappened';

const line = 'java.lang.IllegalStateException: row 17 has no key';

function show(
  options: {
    run?: typeof failedRun;
    api?: ReturnType<typeof backEnd>;
    mayStart?: boolean;
    logsWithheld?: boolean;
  } = {},
) {
  const { run = failedRun, api = backEnd(), mayStart = true } = options;
  const onOpen = jest.fn();
  renderOnEntity(
    <WhatHappened
      workflow={{
        // What is permitted is remembered by entity.
        entityRef: `component:default/${mayStart ? 'covid-hiring' : 'denied'}`,
        workflowArn: WORKFLOW_ARN,
      }}
      workflowName="covid-hiring"
      run={run}
      runs={covidHiringRuns.slice(0, 6)}
      onOpen={onOpen}
      logsWithheld={options.logsWithheld}
    />,
    { api, mayStart },
  );
  return { api, onOpen };
}

function withLog(...texts: string[]) {
  const api = backEnd();
  api.getLogs.mockResolvedValue({
    lines: texts.map(text => ({
      text,
      time: '2026-11-21T06:00:20.000Z',
      stream: 'driver',
    })),
    streams: [],
    complete: true,
    readAt: '2026-11-21T06:00:25.000Z',
  });
  return api;
}

describe('WhatHappened', () => {
  it('answers in one screen: where, why, the log, what came of it, and whether it is new', async () => {
    const { api, onOpen } = show({
      api: withLog('reading', line, '\tat org.example.Load.run(Load.java:17)'),
    });
    expect(
      await screen.findByText('covid-hiring-transform failed'),
    ).toBeInTheDocument();
    expect(screen.getByText(/There is no column new_case/)).toBeInTheDocument();
    expect(await screen.findByText(line)).toBeInTheDocument();
    expect(screen.getByText('crawl-processed, load')).toBeInTheDocument();
    expect(
      screen.getByText(
        'The run before it did not fail. covid-hiring-transform failed in 1 of the 5 runs before.',
      ),
    ).toBeInTheDocument();
    expect(api.getLogs).toHaveBeenCalledWith(
      expect.objectContaining({
        runId: failedRun.id,
        attempt: failedNodeOf(failedRun)!.attempts[0].id,
      }),
      expect.anything(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Show details' }));
    expect(onOpen).toHaveBeenCalledWith(failedNodeOf(failedRun)!.id);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show this line in the log' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      /run=wr_0*64&log=jr_.*&line=2026-11-21T06%3A00%3A20.000Z/,
    );
  });

  it.each([
    ['to this person', { mayStart: false }],
    ['through this entity', { logsWithheld: true }],
  ])('does without the log where it is not shown %s', async (_, denied) => {
    const { api } = show({ api: withLog(line), ...denied });
    expect(
      await screen.findByText('covid-hiring-transform failed'),
    ).toBeInTheDocument();
    expect(screen.queryByText(line)).not.toBeInTheDocument();
    expect(api.getLogs).not.toHaveBeenCalled();
  });

  it('says that the log cannot be read, and tells the rest', async () => {
    const api = backEnd();
    api.getLogs.mockRejectedValue(new Error('throttled'));
    show({ api });
    expect(
      await screen.findByText('It could not be read: throttled'),
    ).toBeInTheDocument();
    expect(screen.getByText('crawl-processed, load')).toBeInTheDocument();
  });

  it('says that Glue will try it again while the run goes on', async () => {
    const nodes = failedRun.graph.nodes.map(node =>
      node === failedNodeOf(failedRun)
        ? { ...node, pendingRetry: { attempt: 2, of: 3 } }
        : node,
    );
    show({
      run: {
        ...failedRun,
        health: 'running',
        graph: { ...failedRun.graph, nodes },
      },
    });
    expect(
      await screen.findByText(/Glue will try it again: attempt 2 of 3/),
    ).toBeInTheDocument();
  });

  it('says nothing of a run that did not fail', async () => {
    const { api } = show({
      run: { ...failedRun, health: 'succeeded', failure: undefined },
    });
    expect(screen.queryByText(/failed/)).not.toBeInTheDocument();
    expect(api.getLogs).not.toHaveBeenCalled();
  });
});
