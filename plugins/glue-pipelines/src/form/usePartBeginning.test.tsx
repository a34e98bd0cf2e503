import { configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { JsonObject } from '@backstage/types';
import { showPages } from './__testUtils__/showPages';
import { draftKey, readDraft, savePart } from './drafts';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(120_000);

// The form scrolls up on each page, which the test's browser cannot.
beforeAll(() => Object.assign(window, { scrollTo: () => {} }));
afterEach(() => window.localStorage.clear());

const KEY = draftKey('user:default/ada', 'default/pipeline');
const PAGES = ['Pipeline', 'Start and compute'];
const field = (name: RegExp) => screen.findByRole('textbox', { name });
const values = async () => [
  ((await field(/^Name/)) as HTMLInputElement).value,
  ((await field(/^Description/)) as HTMLInputElement).value,
];

/** Fills in the first page, and closes the tab. */
async function leaveDraft() {
  const { unmount } = showPages(PAGES);
  await userEvent.type(await field(/^Name/), 'orders');
  await userEvent.type(await field(/^Description/), 'Of the shop');
  await waitFor(() =>
    expect(readDraft(KEY).description?.value).toBe('Of the shop'),
  );
  unmount();
}

const task = (name: string, status: string) => async () => ({
  tasks: [
    {
      id: '1',
      status,
      createdAt: new Date(Date.now() + 1000).toISOString(),
      spec: {
        templateInfo: { entityRef: 'template:default/pipeline' },
        parameters: { name },
      },
    },
  ] as never,
});

describe('a page of the form', () => {
  it('begins with the team of somebody who is in no other', async () => {
    showPages(PAGES);
    await waitFor(async () =>
      expect(await field(/^Owner/)).toHaveValue(
        'group:default/data-engineering',
      ),
    );
    expect(readDraft(KEY)).toEqual({});
  });

  it.each([[[]], [['group:default/a', 'group:default/b']]])(
    'leaves the owner to somebody who is in %j',
    async teams => {
      showPages(PAGES, { teams });
      await userEvent.type(await field(/^Name/), 'x');
      expect(await field(/^Owner/)).toHaveValue('');
    },
  );

  it('keeps what was filled in when the tab is closed', async () => {
    await leaveDraft();
    showPages(PAGES);
    expect(await screen.findByText(/^Draft of/)).toBeVisible();
    await waitFor(async () =>
      expect(await values()).toEqual(['orders', 'Of the shop']),
    );
  });

  it('keeps later pages too, and says so there', async () => {
    await leaveDraft();
    const { unmount } = showPages(PAGES);
    await screen.findByText(/^Draft of/);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await userEvent.click(
      await screen.findByRole('radio', { name: 'A schedule' }),
    );
    expect(screen.queryByText(/^Draft of/)).toBeNull();
    await waitFor(() => expect(readDraft(KEY).start).toBeDefined());
    unmount();
    showPages(PAGES);
    await screen.findByText(/^Draft of/);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() =>
      expect(screen.getByRole('radio', { name: 'A schedule' })).toBeChecked(),
    );
    expect(screen.getByText(/^Draft of/)).toBeVisible();
  });

  it('forgets the draft of who starts afresh', async () => {
    await leaveDraft();
    showPages(PAGES);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start afresh' }),
    );
    expect(readDraft(KEY)).toEqual({});
  });

  it('forgets the draft of a pipeline that was made', async () => {
    await leaveDraft();
    showPages(PAGES, { listTasks: task('orders', 'completed') });
    await waitFor(() => expect(readDraft(KEY)).toEqual({}));
    expect(await values()).toEqual(['', '']);
  });

  it.each([
    ['failed', task('orders', 'failed')],
    ['made another one', task('others', 'completed')],
    [
      'is not known',
      async () => {
        throw new Error('down');
      },
    ],
  ])('keeps the draft where the task %s', async (_, listTasks) => {
    await leaveDraft();
    showPages(PAGES, { listTasks });
    expect(await screen.findByText(/^Draft of/)).toBeVisible();
  });

  it('does not find out anew how files are written that were kept, and forgets columns of other files', async () => {
    const source = {
      name: 'orders',
      uri: 's3://shop/orders.csv',
      format: 'csv',
      csv: { delimiter: '|' },
      columns: [{ name: 'id', type: 'bigint' }],
    };
    savePart(KEY, 'sources', [source]);
    const preview = jest.fn(async (asked: JsonObject) => ({
      problems: [],
      ...(!asked.format && { detected: { format: 'json' as const } }),
    }));
    const { onCreate } = showPages(['Sources'], { api: { preview } });
    await field(/^S3 URI/);
    await waitFor(() => expect(preview).toHaveBeenCalled());
    expect(preview).toHaveBeenCalledTimes(1);
    expect(preview.mock.calls[0][0]).toMatchObject({
      uri: source.uri,
      csv: { delimiter: '|' },
    });
    expect((readDraft(KEY).sources.value as object[])[0]).toMatchObject(source);
    await userEvent.type(await field(/^S3 URI/), '.gz');
    await waitFor(() =>
      expect(preview).toHaveBeenLastCalledWith(
        expect.objectContaining({ format: 'json' }),
        expect.anything(),
      ),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    await waitFor(() => expect(onCreate).toHaveBeenCalled());
    const [made] = (onCreate.mock.calls[0][0] as { sources: JsonObject[] })
      .sources;
    expect(made).toMatchObject({ name: 'orders', format: 'json' });
    expect(made).not.toHaveProperty('columns');
  });

  it('takes values that are given in the address rather than a draft', async () => {
    await leaveDraft();
    window.history.replaceState(null, '', '?formData={"name":"given"}');
    showPages(PAGES, { search: '?formData={"name":"given"}' });
    expect(await field(/^Name/)).toHaveValue('given');
    expect(await field(/^Description/)).toHaveValue('');
    expect(screen.queryByText(/^Draft of/)).toBeNull();
    window.history.replaceState(null, '', '?');
  });
});
