import { screen, within } from '@testing-library/react';
import { CollectorLocation } from '@glue-pipelines/backstage-plugin-common';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { CollectorSection } from './CollectorSection';

const AT = '2026-11-28T12:00:00.000Z';
const well: CollectorLocation = {
  accountId: '123456789012',
  region: 'eu-west-1',
  workflows: 4,
  due: 0,
  active: 1,
  failing: 0,
  lagSeconds: 2,
  lastSuccessAt: AT,
  calls: [
    { service: 'glue', operation: 'GetWorkflow', outcome: 'ok', calls: 1_200 },
  ],
};
const denied: CollectorLocation = {
  ...well,
  accountId: '210987654321',
  failing: 4,
  lastSuccessAt: undefined,
  newestFailure: { message: 'Allow glue:GetTags to the role', at: AT },
  calls: [
    { service: 'glue', operation: 'GetTags', outcome: 'denied', calls: 2 },
  ],
};

const withCollector = (locations: CollectorLocation[]) => {
  const api = backEnd();
  api.getCollector.mockResolvedValue({
    locations,
    startedAt: AT,
    servedAt: AT,
  });
  return api;
};

describe('CollectorSection', () => {
  it('tells of each account and region how it is read', async () => {
    renderOnEntity(<CollectorSection />, {
      api: withCollector([well, denied]),
    });
    const [first, second] = within(
      await screen.findByRole('list', { name: 'Accounts and regions' }),
    ).getAllByRole('listitem');
    expect(first).toHaveTextContent('123456789012 · eu-west-1Up to date');
    expect(first).toHaveTextContent('1,200 answered');
    expect(first).not.toHaveTextContent('Newest failure');
    expect(second).toHaveTextContent('Nothing can be read');
    expect(second).toHaveTextContent('Last readnever');
    expect(second).toHaveTextContent('glue:GetTags denied');
    expect(second).toHaveTextContent('Allow glue:GetTags to the role');
  });

  it('says where there is nothing to read', async () => {
    renderOnEntity(<CollectorSection />, { api: withCollector([]) });
    expect(
      await screen.findByText(
        'Nothing is collected yet: no entity names a workflow.',
      ),
    ).toBeInTheDocument();
  });

  it('says why it cannot be told', async () => {
    const api = backEnd();
    api.getCollector.mockRejectedValue(new Error('the database is away'));
    renderOnEntity(<CollectorSection />, { api });
    expect(
      (await screen.findAllByText(/the database is away/))[0],
    ).toBeInTheDocument();
  });
});
