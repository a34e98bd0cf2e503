import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LogLine, LogsResponse } from '@glue-pipelines/backstage-plugin-common';
import { failedRun, WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import { layOutListboxes, scrollListbox } from '../__testUtils__/listboxes';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { LogButton } from './LogButton';
import { lineKey } from './lineAddress';
import { momentOfLine, timeOfLine } from './LineText';
import { OpenLog } from './OpenLog';

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
  readAt: '2026-11-21T06:00:20.000Z',
  ...more,
});

const button = (
  entityRef: string = 'component:default/covid-hiring',
  node = transform,
) => {
  const workflow = { entityRef, workflowArn: WORKFLOW_ARN };
  const nodes = failedRun.graph.nodes.map(known =>
    known.id === node.id ? node : known,
  );
  return (
    <>
      <LogButton workflow={workflow} runId={failedRun.id} node={node} />
      <OpenLog
        workflow={workflow}
        run={{ ...failedRun, graph: { ...failedRun.graph, nodes } }}
      />
    </>
  );
};

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

let restore: () => void;
beforeAll(() => {
  restore = layOutListboxes();
});
afterAll(() => restore());

const manyLines = (from: number, count: number): LogLine[] =>
  Array.from({ length: count }, (_, index) => ({
    time: new Date(Date.UTC(2026, 10, 21) + from + index).toISOString(),
    stream: 'output',
    text: `line ${from + index}`,
  }));

/** After the frames that the list takes to come to rest at its end. */
const settled = () =>
  act(() => new Promise(resolve => setTimeout(resolve, 200)));

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
    expect(api.getLogs).toHaveBeenCalledWith(
      expect.objectContaining({
        runId: failedRun.id,
        attempt: transform.attempts.at(-1)?.id,
      }),
      expect.anything(),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Older lines' }));
    await dialog.findByText('first');
    expect(dialog.getByRole('listbox')).toHaveTextContent(/first.*second/);
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
      log([], { emptyBecause: { reason: 'never-began', text: '' } }),
    );
    renderOnEntity(button(), { api });
    const dialog = await open();
    expect(
      await dialog.findByText('It never began, so that it wrote nothing.'),
    ).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Download' })).toBeDisabled();
  });

  it('says why it cannot be read', async () => {
    const api = backEnd();
    api.getLogs.mockRejectedValue(new Error('AWS throttles'));
    renderOnEntity(button(), { api });
    const dialog = await open();
    expect(await dialog.findByText('AWS throttles')).toBeInTheDocument();
  });

  it('has of 100,000 lines only those in sight in the page', async () => {
    const api = backEnd();
    api.getLogs.mockResolvedValue(log(manyLines(0, 100_000)));
    renderOnEntity(button(), { api });
    const dialog = await open();
    expect(await dialog.findByText('line 99999')).toBeInTheDocument();
    expect(dialog.getAllByRole('option').length).toBeLessThan(100);
    expect(dialog.queryByText('line 50000')).toBeNull();
    const listbox = dialog.getByRole('listbox');
    act(() => scrollListbox(listbox, 50_000 * 20));
    expect(await dialog.findByText('line 50000')).toBeInTheDocument();
    expect(dialog.queryByText('line 99999')).toBeNull();
    expect(dialog.getAllByRole('option').length).toBeLessThan(100);
    expect(
      dialog.getByText('line 50000').closest('[role=option]'),
    ).toHaveAttribute('aria-posinset', '50001');
  });

  it('stops following when the reader scrolls up, until asked to', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const api = backEnd();
      let written = 200;
      api.getLogs.mockImplementation(async ({ cursor }) =>
        cursor
          ? log(manyLines((written += 10) - 10, 10), {
              complete: false,
              nextCursor: 'next',
            })
          : log(manyLines(0, 200), { complete: false, nextCursor: 'next' }),
      );
      renderOnEntity(button(), { api });
      const dialog = await open();
      await dialog.findByText('line 199');
      expect(dialog.queryByRole('button', { name: 'Follow' })).toBeNull();
      await act(() => jest.advanceTimersByTimeAsync(3_100));
      expect(await dialog.findByText('line 209')).toBeInTheDocument();

      act(() => scrollListbox(dialog.getByRole('listbox'), 1_000));
      await dialog.findByText('line 60');
      await act(() => jest.advanceTimersByTimeAsync(3_100));
      expect(dialog.getByText('line 60')).toBeInTheDocument();
      expect(dialog.queryByText('line 219')).toBeNull();

      const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
      await user.click(dialog.getByRole('button', { name: 'Follow' }));
      expect(await dialog.findByText('line 219')).toBeInTheDocument();
      expect(dialog.queryByRole('button', { name: 'Follow' })).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  it('reads older lines as one comes to them, and stays where one is', async () => {
    const api = backEnd();
    api.getLogs.mockImplementation(async ({ cursor }) =>
      cursor
        ? log(manyLines(0, 1_000))
        : log(manyLines(1_000, 1_000), { previousCursor: 'older' }),
    );
    renderOnEntity(button(), { api });
    const dialog = await open();
    await dialog.findByText('line 1999');
    await settled();
    const listbox = dialog.getByRole('listbox');
    act(() => scrollListbox(listbox, 200));
    expect(await dialog.findByText('2,000 lines.')).toBeInTheDocument();
    expect(dialog.getByText('line 1010')).toBeInTheDocument();
    expect(listbox.scrollTop).toBe(200 + 1_000 * 20);
  });

  it('opens at the line that the address names, with what is around it', async () => {
    const api = backEnd();
    const all = manyLines(0, 1_000);
    api.getLogs.mockImplementation(async ({ from, until }) =>
      log(
        all.filter(
          ({ time }) => (!from || time >= from) && (!until || time < until),
        ),
      ),
    );
    const attempt = transform.attempts.at(-1)?.id;
    renderOnEntity(button(), {
      api,
      search: `?log=${attempt}&line=${encodeURIComponent(lineKey(all[500]))}`,
    });
    const dialog = within(await screen.findByRole('dialog'));
    const named = await dialog.findByRole('option', { selected: true });
    expect(named).toHaveTextContent('line 500');
    expect(await dialog.findByText('line 501')).toBeInTheDocument();
    expect(dialog.getByText('1,000 lines.')).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByTestId('address')).toBeEmptyDOMElement();
  });

  it('says where the line of a link is gone', async () => {
    const api = backEnd();
    api.getLogs.mockResolvedValue(log(manyLines(0, 2)));
    renderOnEntity(button(), {
      api,
      search: `?log=${transform.attempts.at(-1)?.id}&line=2026-11-21T00:00:00.000Z~gone`,
    });
    expect(
      await screen.findByText(/The line of this link is not in the log/),
    ).toBeInTheDocument();
  });

  it('says where the log of a link is gone', async () => {
    renderOnEntity(button(), { search: '?log=jr_gone' });
    expect(
      await screen.findByText(/has no attempt jr_gone/),
    ).toBeInTheDocument();
  });

  it('goes from line to line by keyboard, and gives a link to one', async () => {
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    const api = backEnd();
    api.getLogs.mockResolvedValue(log(manyLines(0, 500)));
    renderOnEntity(button(), { api });
    const dialog = await open();
    await dialog.findByText('line 499');
    const listbox = dialog.getByRole('listbox');
    act(() => listbox.focus());
    await user.keyboard('{End}{ArrowUp}');
    const active = () =>
      document.getElementById(
        listbox.getAttribute('aria-activedescendant') ?? '',
      );
    await waitFor(() => expect(active()).toHaveTextContent('line 498'));
    await user.keyboard('{Home}');
    await waitFor(() => expect(active()).toHaveTextContent('line 0'));
    await user.keyboard('{ArrowDown}{Enter}');
    expect(
      await dialog.findByRole('option', { selected: true }),
    ).toHaveTextContent('line 1');
    await user.click(
      dialog.getByRole('button', { name: 'Copy link to this line' }),
    );
    expect(await dialog.findByText('Copied.')).toBeInTheDocument();
    const link = new URL(copied.mock.calls[0][0]);
    expect(link.searchParams.get('line')).toMatch(/^2026-11-21T00:00:00.001Z~/);
    expect(link.searchParams.get('run')).toBe(failedRun.id);
    expect(link.searchParams.get('log')).toBe(transform.attempts.at(-1)?.id);
  });

  it('leads from a found line to what is around it', async () => {
    const api = backEnd();
    const all = manyLines(0, 100);
    api.getLogs.mockImplementation(async ({ search, from, until }) =>
      log(
        all.filter(
          ({ time, text }) =>
            (!search || text.includes(search)) &&
            (!from || time >= from) &&
            (!until || time < until),
        ),
      ),
    );
    renderOnEntity(button(), { api });
    const dialog = await open();
    await dialog.findByText('line 99');
    await userEvent.type(
      dialog.getByRole('searchbox', { name: 'Only lines with' }),
      'line 50{Enter}',
    );
    await dialog.findByText('1 line with “line 50”.');
    await userEvent.click(dialog.getByRole('option'));
    await userEvent.click(
      dialog.getByRole('button', { name: 'Show what is around it' }),
    );
    expect(await dialog.findByText('line 51')).toBeInTheDocument();
    expect(dialog.getByRole('option', { selected: true })).toHaveTextContent(
      'line 50',
    );
  });

  it('saves the whole log, also what has not been read', async () => {
    const api = backEnd();
    api.getLogs.mockImplementation(async ({ cursor }) => {
      const page = Number(cursor ?? 3);
      return log(manyLines(page * 10, 10), {
        previousCursor: page > 0 ? `${page - 1}` : undefined,
      });
    });
    const saved: Blob[] = [];
    URL.createObjectURL = blob => {
      saved.push(blob as Blob);
      return 'blob:log';
    };
    URL.revokeObjectURL = () => {};
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    try {
      renderOnEntity(button(), { api });
      const dialog = await open();
      await dialog.findByText('line 39');
      await userEvent.click(dialog.getByRole('button', { name: 'Download' }));
      await waitFor(() => expect(saved).toHaveLength(1));
      expect(dialog.getByText('40 lines.')).toBeInTheDocument();
      expect(click).toHaveBeenCalledTimes(1);
    } finally {
      click.mockRestore();
    }
  });

  it('remembers how somebody likes to read', async () => {
    const api = backEnd();
    api.getLogs.mockResolvedValue(log([line('some', 1)]));
    renderOnEntity(button(), { api });
    const dialog = await open();
    await userEvent.click(dialog.getByRole('checkbox', { name: 'UTC' }));
    expect(dialog.getByText('06:00:01.000')).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const again = await open();
    expect(again.getByRole('checkbox', { name: 'UTC' })).toBeChecked();
    expect(again.getByRole('checkbox', { name: 'Wrap' })).toBeChecked();
  });

  it('lets one choose the attempt of a job that was tried again', async () => {
    const api = backEnd();
    const [tried] = transform.attempts;
    const twice = {
      ...transform,
      attempts: [
        { ...tried, id: 'jr_1', attempt: 0 },
        { ...tried, id: 'jr_2', attempt: 1 },
      ],
    };
    api.getLogs.mockImplementation(async ({ attempt }) =>
      log([line(`of ${attempt}`, 1)]),
    );
    renderOnEntity(button('component:default/covid-hiring', twice), { api });
    const dialog = await open();
    expect(await dialog.findByText('of jr_2')).toBeInTheDocument();
    await userEvent.selectOptions(
      dialog.getByRole('combobox', { name: 'Attempt' }),
      '1 of 2',
    );
    expect(await screen.findByText('of jr_1')).toBeInTheDocument();
    expect(screen.getByTestId('address')).toHaveTextContent('log=jr_1');
  });

  it('speaks German to who has chosen that', async () => {
    const api = backEnd();
    api.getLogs.mockResolvedValue(log([line('first', 1)]));
    renderOnEntity(button(), { api, language: 'de' });
    const show = await screen.findByRole('button', { name: 'Log anzeigen' });
    await waitFor(() => expect(show).toBeEnabled());
    await userEvent.click(show);
    const dialog = within(
      await screen.findByRole('dialog', {
        name: 'Log von covid-hiring-transform',
      }),
    );
    expect(await dialog.findByText('1 Zeile.')).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Herunterladen' })).toBeEnabled();
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

  it('says of a link who may not follow it', async () => {
    renderOnEntity(button('component:default/of-others'), {
      mayStart: false,
      search: `?log=${transform.attempts.at(-1)?.id}`,
    });
    expect(
      await screen.findByText(/You may not read the log of covid-hiring-trans/),
    ).toBeInTheDocument();
  });
});

it('tells times of day', () => {
  expect(timeOfLine('2026-11-21T06:00:01.500Z', true)).toBe('06:00:01.500');
  expect(momentOfLine('2026-11-21T06:00:01.500Z', true)).toBe(
    '2026-11-21 06:00:01.500 UTC',
  );
});
