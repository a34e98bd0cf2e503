import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { covidHiring } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { BackfillButton } from './BackfillButton';

const workflow = {
  entityRef: 'component:default/covid-hiring',
  workflowArn: covidHiring.arn,
};
const onBegun = jest.fn();
const button = (entityRef = workflow.entityRef, more = {}) => (
  <BackfillButton
    entityRef={entityRef}
    workflow={{ ...covidHiring, ...more }}
    onBegun={onBegun}
  />
);

async function open() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Backfill…' }),
  );
  return within(
    await screen.findByRole('dialog', { name: 'Backfill of covid-hiring' }),
  );
}

describe('BackfillButton', () => {
  it('previews a range, and begins what it showed', async () => {
    const api = backEnd();
    renderOnEntity(button(), { api });
    const dialog = await open();
    const fill = (label: string, value: string) =>
      fireEvent.change(dialog.getByLabelText(label, { exact: false }), {
        target: { value },
      });
    fill('Run property', 'day');
    fill('From', '2026-11-01');
    fill('To', '2026-11-03');
    await userEvent.click(dialog.getByRole('button', { name: 'Preview' }));
    expect(await dialog.findByRole('status')).toHaveTextContent(
      '2 of 3 values get a run.',
    );
    expect(
      dialog.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      '2026-11-01has not runStarts',
      '2026-11-02SucceededLeft as it is',
      '2026-11-03FailedStarts',
    ]);
    await userEvent.click(dialog.getByRole('button', { name: 'Start 2 runs' }));
    expect(api.beginBackfill).toHaveBeenCalledWith({
      ...workflow,
      property: 'day',
      range: { from: '2026-11-01', to: '2026-11-03', every: 'day' },
      which: 'unsuccessful',
      atOnce: 1,
    });
    expect(api.previewBackfill).toHaveBeenCalledWith(
      api.beginBackfill.mock.calls[0][0],
    );
    await waitFor(() => expect(onBegun).toHaveBeenCalledTimes(1));
  });

  it('takes a list, previews anew after a change, and says what was refused', async () => {
    const api = backEnd();
    api.beginBackfill.mockRejectedValue(new Error('One goes on already'));
    renderOnEntity(button(), { api });
    const dialog = await open();
    fireEvent.change(dialog.getByLabelText(/Run property/), {
      target: { value: 'region' },
    });
    await userEvent.click(dialog.getByRole('radio', { name: 'A list' }));
    const preview = () => dialog.getByRole('button', { name: 'Preview' });
    expect(preview()).toBeDisabled();
    fireEvent.change(dialog.getByLabelText('Values, one a line'), {
      target: { value: 'eu\n\n us ' },
    });
    await userEvent.click(preview());
    await dialog.findByRole('button', { name: 'Start 2 runs' });
    fireEvent.change(dialog.getByLabelText('Start'), {
      target: { value: 'all' },
    });
    await userEvent.click(preview());
    await userEvent.click(
      await dialog.findByRole('button', { name: 'Start 2 runs' }),
    );
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'One goes on already',
    );
    expect(api.beginBackfill).toHaveBeenCalledWith(
      expect.objectContaining({ values: ['eu', 'us'], which: 'all' }),
    );
  });

  it.each([
    ['for who may not start', 'component:default/not-theirs', false, {}],
    [
      'where there is no workflow',
      'component:default/gone',
      true,
      { missing: true },
    ],
  ])('is absent %s', async (_, entityRef, mayStart, more) => {
    renderOnEntity(
      <>
        {button(entityRef, more)}
        <p>loaded</p>
      </>,
      { mayStart },
    );
    await screen.findByText('loaded');
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Backfill…' })).toBeNull(),
    );
  });
});
