import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  covidHiringDays,
  covidHiringRuns,
  WORKFLOW_ARN,
} from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { DaysSection } from './DaysSection';

async function show(api = backEnd()) {
  const onSelect = jest.fn();
  renderOnEntity(
    <DaysSection
      workflow={{
        entityRef: 'component:default/covid-hiring',
        workflowArn: WORKFLOW_ARN,
      }}
      onSelect={onSelect}
    />,
    { api },
  );
  await userEvent.click(
    await screen.findByRole('button', { name: /^Day by day/ }),
  );
  return { api, onSelect };
}

const days = async () =>
  within(
    await screen.findByRole('grid', { name: 'Days with runs, by week' }),
  ).getAllByRole('button');

describe('DaysSection', () => {
  it('asks for the days of the browser when it is opened, and tells how they went', async () => {
    const { api } = await show();
    expect(await days()).toHaveLength(14);
    expect(api.getDays).toHaveBeenCalledWith(
      expect.objectContaining({
        days: 91,
        timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
      expect.anything(),
    );
    expect(
      screen.getByText(/Ready by 06:14 on half of the days/),
    ).toBeInTheDocument();
  });

  it('is one tab stop in which arrow keys move, and leads to a run', async () => {
    const user = userEvent.setup();
    const { onSelect } = await show();
    const all = await days();
    const [today] = all.filter(({ tabIndex }) => tabIndex === 0);
    expect(today).toHaveAccessibleName('Sun 22 Nov 2026: no run');
    today.focus();
    await user.keyboard('{Enter}');
    expect(onSelect).not.toHaveBeenCalled();
    await user.keyboard('{ArrowUp}{Enter}');
    expect(onSelect).toHaveBeenCalledWith(covidHiringRuns[0].id);
  });

  it('says so where nothing succeeded', async () => {
    const api = backEnd();
    api.getDays.mockResolvedValue({ ...covidHiringDays, days: [] });
    await show(api);
    expect(await screen.findByText(/No run succeeded/)).toBeInTheDocument();
  });
});
