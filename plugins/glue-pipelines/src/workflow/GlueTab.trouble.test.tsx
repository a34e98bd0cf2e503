import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { covidHiring, failedRun } from '../__fixtures__/covidHiring';
import {
  backEnd,
  renderOnEntity,
  Signals,
} from '../__testUtils__/renderOnEntity';
import { setViewport } from '../__testUtils__/viewport';
import { GlueTab } from './GlueTab';

const FAILED_NODE = 'Job covid-hiring-transform Failed 11 s';

describe('GlueTab', () => {
  beforeEach(() => setViewport(1440));

  it('says once that the portal cannot be reached, and keeps what it shows', async () => {
    const api = backEnd();
    const signals = new Signals();
    renderOnEntity(<GlueTab />, { api, signals });
    await screen.findByRole('button', { name: FAILED_NODE });
    const lost = async () => {
      throw new TypeError('Failed to fetch');
    };
    api.getWorkflows.mockImplementation(lost);
    api.getRuns.mockImplementation(lost);
    api.getRun.mockImplementation(lost);
    act(() =>
      signals.send({ action: 'workflow-changed', key: covidHiring.signalKey }),
    );
    expect(
      await screen.findByText(/The portal cannot be reached/),
    ).toBeInTheDocument();
    await waitFor(() => expect(api.getRuns).toHaveBeenCalledTimes(2));
    expect(screen.queryByText(/Failed to fetch/)).toBeNull();
    expect(screen.getByRole('button', { name: FAILED_NODE })).toBeVisible();
  });

  it('tells the problems of an annotation that names a workflow too', async () => {
    const api = backEnd();
    api.getWorkflows.mockResolvedValue({
      items: [covidHiring],
      problems: ["'flights' is no ARN of a Glue workflow"],
    });
    renderOnEntity(<GlueTab />, { api });
    expect(
      await screen.findByText("'flights' is no ARN of a Glue workflow"),
    ).toBeInTheDocument();
  });

  it('shows with which properties a run was started', async () => {
    renderOnEntity(<GlueTab />);
    await userEvent.click(await screen.findByText('Run properties (1)'));
    expect(screen.getByText('year')).toBeVisible();
    expect(screen.getByText('2026')).toBeVisible();
  });

  it('says why run properties are not shown', async () => {
    const api = backEnd();
    const propertiesWithheld = 'Set its tag to component:default/covid-hiring';
    api.getWorkflows.mockResolvedValue({
      items: [{ ...covidHiring, propertiesWithheld }],
    });
    api.getRun.mockResolvedValue({
      ...failedRun,
      properties: {},
      propertiesWithheld: true,
    });
    renderOnEntity(<GlueTab />, { api });
    await userEvent.click(await screen.findByText('Run properties'));
    expect(screen.getByText(propertiesWithheld)).toBeVisible();
  });
});
