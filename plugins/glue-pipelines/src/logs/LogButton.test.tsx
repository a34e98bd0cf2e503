import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LogLine, LogsResponse } from '@glue-pipelines/backstage-plugin-common';
import { failedRun, WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { LogButton } from './LogButton';
import { stateWords } from './LogDialog';
import { timeOfLine } from './LogLines';

const transform = failedRun.graph.nodes.find(
  ({ name, type }) => type === 'JOB' && name === 'covid-hiring-transform',
)!;

const line = (text: string, second: number): LogLine => ({
  time: `2026-11-21T06:00:0${second}.000Z`,
  stream: 'output',
  text,
});

const log = (lines: LogLine[], more: Partial<LogsResponse> = {}) => ({
  lines,
  streams: [],
  complete: true,
  ...more,
});

const button = (entityRef: string = 'component:default/covid-hiring') => (
  <LogButton
    workflow={{ entityRef, workflowArn: WORKFLOW_ARN }}
    runId={failedRun.id}
    node={transform}
  />
);

async function open() {
  const show = await screen.findByRole('button', { name: 'Show log' });
  await waitFor(() => expect(show).toBeEnabled());
  await userEvent.click(show);
  return within(
    await screen.findByRole('dialog', {
      name: 'Log of covid-hiring-transform',
    }),
  );
}

describe('LogButton', () => {
  it('shows the end of the log, and older lines when asked', async () => {
    const api = backEnd();
    api.getLogs.mockImplementation(async ({ cursor }) =>
      cursor === 'older'
        ? log([line('first', 1)])
        : log([line('second', 2)], { previousCursor: 'older' }),
    );
    renderOnEntity(button(), { api });
    const dialog = await open();
    expect(await dialog.findByText('second')).toBeInTheDocument();
    expect(dialog.getByText('1 line.')).toBeInTheDocument();
    expect(api.getLogs).toHaveBeenCalledWith(
      expect.objectContaining({
        runId: failedRun.id,
        attempt: transform.attempts.at(-1)?.id,
      }),
      expect.anything(),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Older lines' }));
    await dialog.findByText('first');
    expect(dialog.getByRole('log')).toHaveTextContent(/first.*second/);
    expect(dialog.queryByRole('button', { name: 'Older lines' })).toBeNull();
  });

  it('follows a log that grows', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const api = backEnd();
      api.getLogs.mockImplementation(async ({ cursor }) =>
        cursor === 'next'
          ? log([line('and more', 2)])
          : log([line('some', 1)], { complete: false, nextCursor: 'next' }),
      );
      renderOnEntity(button(), { api });
      const dialog = await open();
      expect(
        await dialog.findByText('1 line. New ones follow by themselves.'),
      ).toBeInTheDocument();
      await act(() => jest.advanceTimersByTimeAsync(3_100));
      expect(dialog.getByText('and more')).toBeInTheDocument();
      expect(dialog.getByText('2 lines.')).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('finds lines and marks what was searched', async () => {
    const api = backEnd();
    api.getLogs.mockImplementation(async ({ search }) =>
      search ? log([line('an Exception here', 3)]) : log([line('all', 1)]),
    );
    renderOnEntity(button(), { api });
    const dialog = await open();
    await dialog.findByText('all');
    await userEvent.type(
      dialog.getByRole('searchbox', { name: 'Only lines with' }),
      'Exception{Enter}',
    );
    expect(await dialog.findByText('Exception')).toBeInTheDocument();
    expect(dialog.getByText('1 line with “Exception”.')).toBeInTheDocument();
    expect(dialog.queryByText('all')).toBeNull();
  });

  it('says why there is no log', async () => {
    const api = backEnd();
    api.getLogs.mockResolvedValue(
      log([], { emptyBecause: 'The job never began.' }),
    );
    renderOnEntity(button(), { api });
    const dialog = await open();
    expect(await dialog.findByText('The job never began.')).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Download' })).toBeDisabled();
  });

  it('says why it cannot be read', async () => {
    const api = backEnd();
    api.getLogs.mockRejectedValue(new Error('AWS throttles'));
    renderOnEntity(button(), { api });
    const dialog = await open();
    expect(await dialog.findByText('AWS throttles')).toBeInTheDocument();
  });

  it('is disabled without the permission and names it', async () => {
    renderOnEntity(button('component:default/of-others'), { mayStart: false });
    const show = await screen.findByRole('button', { name: 'Show log' });
    await waitFor(() =>
      expect(show).toHaveAccessibleDescription(
        'You may not read logs: the permission glue-pipelines.logs.read is missing.',
      ),
    );
    expect(show).toBeDisabled();
  });
});

it('tells times of day', () => {
  expect(timeOfLine('2026-11-21T06:00:01.500Z', true)).toBe('06:00:01.500');
});

it.each([
  [{ loading: true, count: 0, search: '' }, 'Reading…'],
  [{ loading: false, count: 0, search: 'x' }, 'No line contains “x”.'],
  [{ loading: false, count: 0, search: '' }, 'Nothing has been written yet.'],
])('says of %j "%s"', (state, words) => {
  expect(stateWords(state)).toBe(words);
});
