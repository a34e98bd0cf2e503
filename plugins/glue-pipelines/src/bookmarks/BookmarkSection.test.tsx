import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BookmarkResponse } from '@glue-pipelines/backstage-plugin-common';
import { WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { BookmarkSection } from './BookmarkSection';

const workflow = {
  entityRef: 'component:default/covid-hiring',
  workflowArn: WORKFLOW_ARN,
};
const answer = (
  bookmark: BookmarkResponse['bookmark'],
  second: number,
): BookmarkResponse => ({
  jobName: 'load',
  option: 'enabled',
  bookmark,
  readAt: `2026-11-28T12:00:0${second}.000Z`,
});
const left = { version: 3, run: 12, attempt: 0, jobRunId: 'jr_12' };

async function open(
  options: {
    mayStart?: boolean;
    bookmark?: BookmarkResponse['bookmark'];
  } = {},
) {
  const api = backEnd();
  api.getBookmark.mockResolvedValue(answer(options.bookmark ?? left, 1));
  api.resetBookmark.mockResolvedValue(
    answer({ version: 4, run: 0, attempt: 0 }, 2),
  );
  const { mayStart = true } = options;
  // What is allowed is remembered for each entity.
  const entityRef = mayStart ? workflow.entityRef : 'component:default/others';
  renderOnEntity(
    <BookmarkSection workflow={{ ...workflow, entityRef }} jobName="load" />,
    {
      api,
      mayStart,
    },
  );
  expect(api.getBookmark).not.toHaveBeenCalled();
  await userEvent.click(
    await screen.findByRole('button', { name: /Bookmark/ }),
  );
  await screen.findByText('The next run reads what came after the last one.');
  return api;
}

const askForReset = async () => {
  const button = screen.getByRole('button', { name: 'Reset the bookmark' });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
  return within(
    await screen.findByRole('dialog', {
      name: 'Reset the bookmark of load?',
    }),
  );
};

describe('BookmarkSection', () => {
  it('shows how far the job has read', async () => {
    await open();
    expect(screen.getByText('12 of the job')).toBeInTheDocument();
    expect(screen.getByText('jr_12')).toBeInTheDocument();
  });

  it('lets the next run read everything again, once that is confirmed', async () => {
    const api = await open();
    const dialog = await askForReset();
    expect(dialog.getByRole('button', { name: 'Keep it' })).toHaveFocus();
    expect(dialog.getAllByRole('radio')).toHaveLength(1);
    await userEvent.click(dialog.getByRole('button', { name: 'Reset' }));
    expect(
      await screen.findByText('The next run reads everything.'),
    ).toBeInTheDocument();
    expect(api.resetBookmark).toHaveBeenCalledWith({
      ...workflow,
      jobName: 'load',
      jobRunId: undefined,
    });
    expect(
      screen.queryByRole('button', { name: 'Reset the bookmark' }),
    ).toBeNull();
  });

  it('offers to read again only what the last run read', async () => {
    const api = await open({
      bookmark: { ...left, previousJobRunId: 'jr_11' },
    });
    const dialog = await askForReset();
    expect(
      dialog.getByRole('radio', { name: /what the last one read/ }),
    ).toBeChecked();
    await userEvent.click(dialog.getByRole('button', { name: 'Reset' }));
    await waitFor(() =>
      expect(api.resetBookmark).toHaveBeenCalledWith(
        expect.objectContaining({ jobRunId: 'jr_11' }),
      ),
    );
  });

  it('says why it was not reset, and keeps asking', async () => {
    const api = await open();
    api.resetBookmark.mockRejectedValue(new Error('A run is under way'));
    const dialog = await askForReset();
    await userEvent.click(dialog.getByRole('button', { name: 'Reset' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The bookmark was not reset. A run is under way',
    );
  });

  it('names the permission that is missing', async () => {
    await open({ mayStart: false });
    const button = screen.getByRole('button', { name: 'Reset the bookmark' });
    await waitFor(() =>
      expect(button).toHaveAccessibleDescription(
        'You may not reset it: the permission glue-pipelines.bookmark.reset is missing.',
      ),
    );
    expect(button).toBeDisabled();
  });

  it('asks in German where the reader has chosen that', async () => {
    const api = backEnd();
    api.getBookmark.mockResolvedValue(answer(left, 1));
    renderOnEntity(<BookmarkSection workflow={workflow} jobName="load" />, {
      api,
      language: 'de',
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: /wie weit der Job gelesen hat/,
      }),
    );
    await screen.findByText(
      'Der nächste Lauf liest, was nach dem letzten kam.',
    );
    const button = screen.getByRole('button', {
      name: 'Bookmark zurücksetzen',
    });
    await waitFor(() => expect(button).toBeEnabled());
    await userEvent.click(button);
    expect(
      screen.getByRole('dialog', {
        name: 'Das Bookmark von load zurücksetzen?',
      }),
    ).toHaveTextContent(/fügt sie doppelt an/);
  });
});
