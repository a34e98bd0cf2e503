import { screen } from '@testing-library/react';
import { covidHiringNeverRun, WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { GlueOverviewCard } from './GlueOverviewCard';

describe('GlueOverviewCard', () => {
  it('shows health, history and where it failed, and leads to the tab', async () => {
    const api = backEnd();
    renderOnEntity(<GlueOverviewCard />, { api });
    expect(
      await screen.findByRole('img', { name: /^Last 10 runs: 2 failed/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('Failed')).toBeInTheDocument();
    expect(screen.getByText('6 of the last 10 succeeded')).toBeInTheDocument();
    expect(screen.getByText('covid-hiring-transform')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'covid-hiring' })).toHaveAttribute(
      'href',
      `/glue?workflow=${encodeURIComponent(WORKFLOW_ARN)}`,
    );
    expect(screen.getByRole('link', { name: 'View runs' })).toHaveAttribute(
      'href',
      '/glue',
    );
  });

  it('says that a workflow never ran', async () => {
    const api = backEnd();
    api.getWorkflows.mockResolvedValue({ items: [covidHiringNeverRun] });
    api.getRuns.mockResolvedValue({ items: [] });
    renderOnEntity(<GlueOverviewCard />, { api });
    expect(await screen.findByText('Never run')).toBeInTheDocument();
    expect(screen.getByText('Never')).toBeInTheDocument();
  });

  it('does not show as healthy what Glue does not have any more', async () => {
    const api = backEnd();
    const gone = {
      ...covidHiringNeverRun,
      health: 'succeeded' as const,
      missing: true as const,
      collectionError: 'AWS Glue has no workflow covid-hiring',
    };
    api.getWorkflows.mockResolvedValue({ items: [gone] });
    renderOnEntity(<GlueOverviewCard />, { api });
    expect(
      await screen.findByText(/AWS Glue has no workflow covid-hiring/),
    ).toBeInTheDocument();
    expect(screen.getByText('Unknown')).toBeInTheDocument();
    expect(screen.queryByText('Succeeded')).toBeNull();
  });

  it('shows an error instead of nothing', async () => {
    const api = backEnd();
    api.getWorkflows.mockRejectedValue(new Error('not today'));
    renderOnEntity(<GlueOverviewCard />, { api });
    expect(await screen.findByText('Error: not today')).toBeInTheDocument();
  });
});
