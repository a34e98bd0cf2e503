import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  StartTrigger,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { covidHiring } from '../__fixtures__/covidHiring';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { WhyNotStarted } from './WhyNotStarted';

const QUESTION = 'A run that you expected did not start?';
const onEvents = (batch: StartTrigger['batch']): WorkflowDetail => ({
  ...covidHiring,
  startTrigger: { name: 'start', type: 'EVENT', state: 'CREATED', batch },
});

async function facts(workflow: WorkflowDetail) {
  renderOnEntity(<WhyNotStarted workflow={workflow} active={1} />);
  await userEvent.click(await screen.findByText(QUESTION));
  return screen
    .getAllByRole('definition')
    .map(({ textContent }) => textContent);
}

describe('WhyNotStarted', () => {
  it('tells the state of a schedule and the limit of runs', async () => {
    expect(await facts(covidHiring)).toEqual([
      'covid-hiring-start (ACTIVATED)',
      'At 06:00 (UTC), cron(0 6 * * ? *)',
      expect.stringMatching(/ago|in /),
      '1 of 1 under way',
    ]);
    expect(
      screen.getByText(/no trigger of the workflow follows it/),
    ).toBeInTheDocument();
  });

  it.each([
    [{ size: 5, windowSeconds: 900 }, 'By 5 events, or 15 min after the first'],
    [{ size: 1, windowSeconds: 900 }, 'By each event'],
  ])('tells of events %j: %s', async (batch, words) => {
    expect(await facts(onEvents(batch))).toContain(words);
    expect(screen.getByText(/rule in Amazon EventBridge/)).toBeInTheDocument();
  });

  it('is absent for what people start', async () => {
    const startTrigger: StartTrigger = {
      name: 'start',
      type: 'ON_DEMAND',
      state: 'CREATED',
    };
    renderOnEntity(
      <WhyNotStarted workflow={{ ...covidHiring, startTrigger }} active={0} />,
    );
    await screen.findByTestId('address');
    expect(screen.queryByText(QUESTION)).toBeNull();
  });
});
