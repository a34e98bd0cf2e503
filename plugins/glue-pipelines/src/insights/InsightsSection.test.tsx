import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InsightsResponse } from '@glue-pipelines/backstage-plugin-common';
import { WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { InsightsSection } from './InsightsSection';

const workflow = {
  entityRef: 'component:default/covid-hiring',
  workflowArn: WORKFLOW_ARN,
};
const nothing: InsightsResponse = {
  events: [],
  recommendations: [],
  readAt: '2026-11-28T12:00:00.000Z',
};

async function open(insights?: InsightsResponse, language?: string) {
  const api = backEnd();
  if (insights) {
    api.getInsights.mockResolvedValue(insights);
  }
  renderOnEntity(
    <InsightsSection workflow={workflow} runId="wr_1" attempt="jr_1" />,
    { api, language },
  );
  expect(api.getInsights).not.toHaveBeenCalled();
  await userEvent.click(
    await screen.findByRole('button', { name: /Insights|Erkenntnisse/ }),
  );
  return api;
}

describe('InsightsSection', () => {
  it('tells where the script was, and what failed beneath it', async () => {
    const api = await open();
    expect(
      await screen.findByText('return prices[row.iso_code]'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('result.write.parquet(target)'),
    ).toBeInTheDocument();
    expect(screen.getByText('Failed in line 31')).toBeInTheDocument();
    expect(screen.getByText('Called from line 68')).toBeInTheDocument();
    expect(screen.getByText("KeyError: 'iso_code'")).toBeInTheDocument();
    expect(screen.getByRole('listitem')).toHaveTextContent(
      "Task failed on executor 2: KeyError: 'iso_code'",
    );
    expect(api.getInsights).toHaveBeenCalledWith(
      { ...workflow, runId: 'wr_1', attempt: 'jr_1' },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('names a line once, and what Glue recommends', async () => {
    const line = { line: 6, code: 'import tensorflow' };
    await open({
      ...nothing,
      failedAt: line,
      lastExecuted: line,
      recommendations: ['Set --additional-python-modules.'],
    });
    expect(await screen.findByText('import tensorflow')).toBeInTheDocument();
    expect(screen.queryByText(/Called from line/)).toBeNull();
    expect(
      screen.getByText('Set --additional-python-modules.'),
    ).toBeInTheDocument();
  });

  it.each([
    ['not-written', 'en', /set its argument --enable-job-insights to true/],
    ['not-failed', 'de', /Dieser ist nicht fehlgeschlagen/],
  ] as const)('says why there are none: %s, %s', async (absent, lng, says) => {
    await open({ ...nothing, absent, problems: ['No access'] }, lng);
    expect(await screen.findByText(says)).toBeInTheDocument();
    expect(screen.getByText('No access')).toBeInTheDocument();
  });
});
