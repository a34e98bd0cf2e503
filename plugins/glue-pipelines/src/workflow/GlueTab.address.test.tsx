import { ResponseError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { covidHiringRuns, failedRun } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { setViewport } from '../__testUtils__/viewport';
import { GlueTab } from './GlueTab';

const FAILED_NODE = 'Job covid-hiring-transform Failed 11 s';
const address = () => screen.getByTestId('address').textContent;
const back = () =>
  userEvent.click(screen.getByRole('button', { name: 'Back' }));

/** What the client rejects with where the back end answers 404. */
function notFound() {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'NotFoundError', message: 'no such run' },
        response: { statusCode: 404 },
      }),
      { status: 404, headers: { 'content-type': 'application/json' } },
    ),
  );
}

describe('the address of GlueTab', () => {
  beforeEach(() => setViewport(1440));

  it('goes back step by step: the node, the run', async () => {
    renderOnEntity(<GlueTab />);
    await screen.findByRole('button', { name: FAILED_NODE });
    await userEvent.click(screen.getAllByRole('radio')[23]);
    const node = await screen.findByRole('button', {
      name: 'Job covid-hiring-transform Succeeded 11 s',
    });
    await userEvent.click(node);
    const run = covidHiringRuns[1].id;
    expect(address()).toBe(`?run=${run}&node=job.covid-hiring-transform`);
    await back();
    expect(address()).toBe(`?run=${run}`);
    await back();
    expect(address()).toBe('');
    expect(
      await screen.findByRole('button', { name: FAILED_NODE }),
    ).toBeInTheDocument();
  });

  it('leafs through runs by arrow keys without a step for each', async () => {
    renderOnEntity(<GlueTab />);
    await screen.findByRole('button', { name: FAILED_NODE });
    await userEvent.click(screen.getAllByRole('radio')[23]);
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(address()).toBe(`?run=${covidHiringRuns[3].id}`);
    await back();
    expect(address()).toBe('');
  });

  it('says that there is no such run, and leads on', async () => {
    const api = backEnd();
    const refusal = await notFound();
    api.getRun.mockImplementation(async ({ runId }) => {
      if (runId === 'wr_gone') {
        throw refusal;
      }
      return failedRun;
    });
    renderOnEntity(<GlueTab />, { api, search: '?run=wr_gone' });
    expect(
      await screen.findByText('There is no run wr_gone.'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the newest run' }),
    );
    expect(
      await screen.findByRole('button', { name: FAILED_NODE }),
    ).toBeInTheDocument();
    expect(address()).toBe('');
  });

  it.each([
    ['node=job.nobody', 'This run has no node job.nobody.'],
    ['view=cube', 'There is no view cube.'],
    ['workflow=nobody', 'This entity names no workflow nobody; this is'],
  ])('says what of %s is not there', async (search, sentence) => {
    renderOnEntity(<GlueTab />, { search: `?${search}` });
    expect(
      await screen.findByText(text => text.startsWith(sentence)),
    ).toBeInTheDocument();
  });
});
