import { screen, waitFor, within } from '@testing-library/react';
import { covidHiring } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { FleetHeadroom } from './FleetHeadroom';
import { Headroom } from './Headroom';

const SERVED_AT = '2026-11-28T12:00:00.000Z';
const HERE = { accountId: '123456789012', region: 'eu-west-1' };
const workflow = {
  entityRef: 'component:default/covid-hiring',
  workflowArn: covidHiring.arn,
};

describe('Headroom', () => {
  it('tells how much more of the workflow and its jobs can run', async () => {
    const api = backEnd();
    api.getHeadroom.mockResolvedValue({
      runs: { running: 1 },
      jobs: [
        { name: 'load', running: 2, most: 2 },
        { name: 'check', running: 0, most: 3 },
        { name: 'unread', running: 1 },
      ],
      location: { ...HERE, runs: 5, jobRuns: 7 },
      servedAt: SERVED_AT,
    });
    renderOnEntity(<Headroom workflow={workflow} />, { api });
    const facts = await screen.findByRole('region', { name: 'At once' });
    expect(facts).toHaveTextContent(
      'Runs of this workflow1, without a maximumload2 of at most 2check0 of at most 3In 123456789012 · eu-west-15 of workflows, 7 of jobs',
    );
    expect(
      screen.getByText(/^load runs as often as it may\. A run that starts/),
    ).toBeInTheDocument();
  });

  it('is nothing where it cannot be found out', async () => {
    const api = backEnd();
    api.getHeadroom.mockRejectedValue(new Error('No'));
    renderOnEntity(<Headroom workflow={workflow} />, { api });
    await waitFor(() => expect(api.getHeadroom).toHaveBeenCalled());
    expect(screen.queryByRole('region', { name: 'At once' })).toBeNull();
  });
});

describe('FleetHeadroom', () => {
  it('leads to the workflows that start no further run', async () => {
    const api = backEnd();
    api.getFleetHeadroom.mockResolvedValue({
      locations: [{ ...HERE, runs: 1, jobRuns: 0 }],
      full: [
        {
          arn: covidHiring.arn,
          name: 'covid-hiring',
          entityRef: workflow.entityRef,
          running: 1,
          most: 1,
        },
      ],
      servedAt: SERVED_AT,
    });
    renderOnEntity(<FleetHeadroom />, { api, language: 'de' });
    const full = await screen.findByRole('region', {
      name: 'Workflows, die jetzt keinen weiteren Lauf beginnen',
    });
    expect(full).toHaveTextContent('covid-hiring: 1 von höchstens 1');
    expect(
      within(full).getByRole('link', { name: 'covid-hiring' }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('/catalog/default/component/covid-hiring/glue'),
    );
    expect(screen.getByText('1 von Workflows, 0 von Jobs')).toBeInTheDocument();
  });
});
