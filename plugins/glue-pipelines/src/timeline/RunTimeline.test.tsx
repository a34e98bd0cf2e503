import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failedRun, runningRun } from '../__fixtures__/covidHiring';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { RunTimeline } from './RunTimeline';

function show(run: typeof failedRun, onOpen = jest.fn()) {
  renderOnEntity(
    <RunTimeline run={run} workflowName="covid-hiring" onOpen={onOpen} />,
  );
  return onOpen;
}

const rows = async () =>
  within(
    await screen.findByRole('list', { name: 'Timeline of covid-hiring' }),
  ).getAllByRole('button');

describe('RunTimeline', () => {
  it('says of each step in words what its bars show', async () => {
    show(failedRun);
    const names = (await rows()).map(row => row.textContent);
    expect(names).toEqual([
      'prepare3 sJob, succeeded, started < 1 s after the run, on the critical path',
      'crawl-raw4 sCrawler, succeeded, started 4 s after the run, waited 1 s, on the critical path',
      'transform11 sJob, failed, started 9 s after the run, waited 1 s, on the critical path',
      'crawl-processedNot reachedCrawler, not reached',
      'loadNot reachedJob, not reached',
    ]);
    expect(
      screen.getByText(
        '20 s from start to end, of which 18 s at work on the critical path and 2 s waiting.',
      ),
    ).toBeInTheDocument();
  });

  it('speaks German to who has chosen that', async () => {
    renderOnEntity(
      <RunTimeline
        run={failedRun}
        workflowName="covid-hiring"
        onOpen={jest.fn()}
      />,
      { language: 'de' },
    );
    const list = await screen.findByRole('list', {
      name: 'Zeitachse von covid-hiring',
    });
    expect(within(list).getAllByRole('button')[1]).toHaveTextContent(
      'Crawler, erfolgreich, 4 s nach Beginn des Laufs gestartet, 1 s gewartet, auf dem kritischen Pfad',
    );
  });

  it('is one tab stop in which arrow keys move, and opens a node', async () => {
    const user = userEvent.setup();
    const onOpen = show(failedRun);
    const [first, second] = await rows();
    expect((await rows()).filter(row => row.tabIndex === 0)).toEqual([first]);
    first.focus();
    await user.keyboard('{ArrowDown}');
    expect(second).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith(
      failedRun.graph.nodes.find(
        ({ name, type }) =>
          name === 'covid-hiring-crawl-raw' && type === 'CRAWLER',
      )!.id,
    );
  });

  it('goes on while the run does', async () => {
    show(runningRun);
    const [, , transform] = await rows();
    expect(transform).toHaveAccessibleName(
      /^transform .*Job, running, started/,
    );
  });

  it('says so where Glue does not tell what the nodes did', async () => {
    show({ ...failedRun, graph: { nodes: [], edges: [] } });
    expect(
      await screen.findByText(/there is no\s+timeline/),
    ).toBeInTheDocument();
  });
});
