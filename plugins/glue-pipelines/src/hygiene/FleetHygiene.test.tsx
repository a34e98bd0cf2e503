import { fireEvent, screen, within } from '@testing-library/react';
import { HygieneResponse } from '@glue-pipelines/backstage-plugin-common';
import { covidHiring } from '../__fixtures__/covidHiring';
import { hygiene } from '../__fixtures__/hygiene';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { FleetHygiene } from './FleetHygiene';

const onChange = jest.fn();

function render(answer: HygieneResponse = hygiene, language = 'en') {
  const api = backEnd();
  api.getHygiene.mockResolvedValue(answer);
  renderOnEntity(
    <FleetHygiene
      state={{
        finding: 'ending-version',
        owner: 'group:default/sales',
        page: 2,
      }}
      onChange={onChange}
    />,
    { api, language },
  );
  return api;
}

describe('FleetHygiene', () => {
  beforeEach(() => jest.resetAllMocks());

  it('lists what is found, with what to do, and leads to the workflow', async () => {
    const api = render();
    const table = await screen.findByRole('table', {
      name: 'What to put right',
    });
    const row = within(
      within(table).getByRole('row', { name: /^covid-hiring/ }),
    );
    expect(row.getByRole('link', { name: 'covid-hiring' })).toHaveAttribute(
      'href',
      expect.stringContaining(encodeURIComponent(covidHiring.arn)),
    );
    expect(row.getAllByRole('listitem').map(item => item.textContent)).toEqual([
      'Glue version that endsMove the jobs to a newer version of Glue.Glue 2.0: covid-hiring-load. Support ends 2024-01-31, jobs start until 2026-04-01.',
      'No tagsSet metadata.tags of the entity.',
    ]);
    expect(
      screen.getByRole('link', { name: /AWS Glue version support policy/ }),
    ).toBeInTheDocument();
    expect(api.getHygiene).toHaveBeenCalledWith(
      expect.objectContaining({
        finding: 'ending-version',
        owner: 'group:default/sales',
        offset: 50,
      }),
      expect.anything(),
    );
  });

  it('narrows the list to a finding, and says how many have it', async () => {
    render();
    await screen.findByRole('table');
    fireEvent.mouseDown(
      screen.getByRole('button', {
        name: 'Only workflows with Glue version that ends (1)',
      }),
    );
    fireEvent.click(screen.getByRole('option', { name: 'No owner (1)' }));
    expect(onChange).toHaveBeenCalledWith({ finding: 'no-owner' });
  });

  it('says in German that there is nothing to do', async () => {
    render({ ...hygiene, items: [], total: 0 }, 'de');
    expect(
      await screen.findByText('Nichts in Ordnung zu bringen'),
    ).toBeInTheDocument();
  });
});
