import { mockApis } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { setViewport } from '../__testUtils__/viewport';
import { FleetPage } from './FleetPage';

const address = () => screen.getByTestId('address').textContent;
const open = async () => {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Saved views' }),
  );
  return within(await screen.findByRole('dialog', { name: 'Saved views' }));
};

describe('SavedViews', () => {
  beforeEach(() => setViewport(1440));

  it('saves the address under a name, leads there, and deletes it', async () => {
    const storage = mockApis.storage();
    renderOnEntity(<FleetPage />, {
      storage,
      search: '?tile=late&owner=group:default/sales&page=3&other=1',
    });
    let menu = await open();
    expect(menu.getByText(/No view saved yet/)).toBeInTheDocument();
    expect(menu.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.type(
      menu.getByRole('textbox', { name: 'Save this view as' }),
      '  Late of sales {Enter}',
    );
    const link = await menu.findByRole('link', { name: 'Late of sales' });
    expect(link).toHaveAttribute('aria-current', 'page');
    expect(
      storage.forBucket('glue-pipelines').snapshot('fleet-views').value,
    ).toEqual([
      {
        name: 'Late of sales',
        query: 'owner=group%3Adefault%2Fsales&tile=late',
      },
    ]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    await userEvent.click(screen.getByRole('button', { name: /Late$/ }));
    menu = await open();
    const away = menu.getByRole('link', { name: 'Late of sales' });
    expect(away).not.toHaveAttribute('aria-current');
    await userEvent.click(away);
    expect(address()).toBe('?owner=group%3Adefault%2Fsales&tile=late');

    menu = await open();
    await userEvent.click(
      menu.getByRole('button', { name: 'Delete the view Late of sales' }),
    );
    expect(await menu.findByText(/No view saved yet/)).toBeInTheDocument();
  });

  it('says when a view could not be saved', async () => {
    const storage = mockApis.storage();
    const bucket = storage.forBucket('glue-pipelines');
    jest.spyOn(storage, 'forBucket').mockReturnValue(bucket);
    jest.spyOn(bucket, 'set').mockRejectedValue(new Error('no room'));
    renderOnEntity(<FleetPage />, { storage });
    const menu = await open();
    await userEvent.type(menu.getByRole('textbox'), 'x{Enter}');
    expect(await menu.findByRole('alert')).toHaveTextContent(
      'The views were not saved: no room',
    );
  });
});
