import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { WORKFLOW_ARN } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { english } from '../__testUtils__/texts';
import { changeWords } from './CatalogSection';
import { DataPanel } from './DataPanel';

const READ_AT = '2026-11-28T12:00:00.000Z';
const workflow = (entityRef = 'component:default/covid-hiring') => ({
  entityRef,
  workflowArn: WORKFLOW_ARN,
});
const open = (name: RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('DataPanel', () => {
  it('asks AWS only when somebody looks', async () => {
    const api = backEnd();
    renderOnEntity(<DataPanel workflow={workflow()} runs={[]} />, { api });
    await screen.findByText('Table in the warehouse');
    expect(api.getWarehouse).not.toHaveBeenCalled();
    expect(api.getTables).not.toHaveBeenCalled();

    await open(/^Table in the warehouse/);
    expect(
      await screen.findByText('dev.public.covid_hiring'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('workgroup covid-hiring, available'),
    ).toBeInTheDocument();
    expect(screen.getByText('8 RPU')).toBeInTheDocument();
    expect(api.getWarehouse).toHaveBeenCalledTimes(1);
    expect(api.getWarehouseRows).not.toHaveBeenCalled();

    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(api.getWarehouse).toHaveBeenCalledTimes(2));
  });

  it('shows rows and what could not be loaded', async () => {
    const api = backEnd();
    renderOnEntity(<DataPanel workflow={workflow()} runs={[]} />, { api });
    await screen.findByText('Table in the warehouse');
    await open(/^Table in the warehouse/);
    const show = await screen.findByRole('button', { name: 'Show first rows' });
    await waitFor(() => expect(show).toBeEnabled());
    await userEvent.click(show);
    const rows = within(
      await screen.findByRole('table', { name: 'First rows' }),
    );
    expect(rows.getByText('place')).toBeInTheDocument();
    expect(rows.getByText('null')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Show load errors' }),
    );
    expect(
      await screen.findByText('Nothing failed to load within the last week.'),
    ).toBeInTheDocument();
  });

  it('names the permission without which no rows are shown', async () => {
    const api = backEnd();
    renderOnEntity(
      <DataPanel workflow={workflow('component:default/x')} runs={[]} />,
      {
        api,
        mayStart: false,
      },
    );
    await screen.findByText('Table in the warehouse');
    await open(/^Table in the warehouse/);
    expect(
      await screen.findByText(
        'You may not see rows: the permission glue-pipelines.warehouse.read is missing.',
      ),
    ).toBeInTheDocument();
  });

  it('says why nothing can be read, and tries again', async () => {
    const api = backEnd();
    api.getWarehouse.mockRejectedValueOnce(
      new Error('The warehouse is resuming: try again in a minute'),
    );
    renderOnEntity(<DataPanel workflow={workflow()} runs={[]} />, { api });
    await screen.findByText('Table in the warehouse');
    await open(/^Table in the warehouse/);
    expect(await screen.findByText(/is resuming/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    expect(
      await screen.findByText('dev.public.covid_hiring'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/is resuming/)).toBeNull();
  });

  it('shows what crawlers found and what the last crawl changed', async () => {
    const api = backEnd();
    api.getTables.mockResolvedValue({
      crawlers: [{ name: 'raw', state: 'READY', targets: [] }],
      items: [
        {
          database: 'covid',
          name: 'cases',
          crawler: 'raw',
          columns: [{ name: 'date', type: 'date' }],
          columnsLeftOut: 0,
          partitionKeys: [{ name: 'year', type: 'int' }],
          lastChange: {
            byLastCrawl: true,
            columns: [
              {
                kind: 'added',
                name: 'price',
                to: 'double',
                partitionKey: false,
              },
            ],
          },
        },
      ],
      problems: ['There is no table covid.jobs'],
      readAt: READ_AT,
    });
    renderOnEntity(<DataPanel workflow={workflow()} runs={[]} />, { api });
    await screen.findByText('Tables in the catalog');
    await open(/^Tables in the catalog/);
    expect(await screen.findByText('covid.cases')).toBeInTheDocument();
    expect(screen.getByText('price added as double')).toBeInTheDocument();
    expect(
      screen.getByText('There is no table covid.jobs'),
    ).toBeInTheDocument();
    expect(screen.getByText('2 columns')).toBeInTheDocument();
  });
});

it.each([
  [{ kind: 'removed' as const, from: 'int' }, 'a removed, was int'],
  [
    { kind: 'retyped' as const, from: 'int', to: 'string' },
    'a was int, is string',
  ],
])('tells %j', (change, words) => {
  expect(
    changeWords(english, { name: 'a', partitionKey: false, ...change }),
  ).toBe(words);
});
