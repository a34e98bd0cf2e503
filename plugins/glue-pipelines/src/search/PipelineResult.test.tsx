import { screen, waitFor } from '@testing-library/react';
import { covidHiring, WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { english } from '../__testUtils__/texts';
import { wordOf } from '../status/statuses';
import { PipelineResult } from './PipelineResult';

const document = {
  title: 'covid-hiring',
  text: 'AWS Glue pipeline',
  location: '/catalog/default/component/covid-hiring/glue?workflow=x',
  arn: WORKFLOW_ARN,
  entityRef: 'component:default/covid-hiring',
  owner: 'group:default/data-engineering',
};

describe('PipelineResult', () => {
  it('leads to the pipeline, and tells how it is now', async () => {
    const api = backEnd();
    renderOnEntity(<PipelineResult result={document} />, { api });
    expect(
      await screen.findByText(wordOf(english, covidHiring.health)),
    ).toBeInTheDocument();
    expect(api.getWorkflows).toHaveBeenCalledWith(
      document.entityRef,
      expect.anything(),
    );
    expect(screen.getByRole('link', { name: 'covid-hiring' })).toHaveAttribute(
      'href',
      document.location,
    );
    expect(
      screen.getByText('Glue pipeline · data-engineering'),
    ).toBeInTheDocument();
  });

  it('is found without its health by who may not see it', async () => {
    const api = backEnd();
    api.getWorkflows.mockRejectedValue(new Error('not you'));
    renderOnEntity(<PipelineResult result={document} />, { api });
    await waitFor(() => expect(api.getWorkflows).toHaveBeenCalled());
    expect(screen.getByText('covid-hiring')).toBeInTheDocument();
    expect(screen.queryByText(wordOf(english, covidHiring.health))).toBeNull();
    expect(screen.queryByText(/not you/)).toBeNull();
  });
});
