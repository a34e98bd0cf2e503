import { TestApiProvider, wrapInTestApp } from '@backstage/test-utils';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import {
  configure,
  render,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SourcePreview } from '@glue-pipelines/backstage-plugin-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkPart } from './checkPart';
import { PartField } from './PartField';
import { pipelineFormApiRef, PipelineFormApi } from './PipelineFormApi';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(120_000);

// The form scrolls up on each page, which the test's browser cannot.
beforeAll(() => Object.assign(window, { scrollTo: () => {} }));

/** The page of sources as the template has it. */
const page = parse(
  readFileSync(
    join(
      __dirname,
      '../../../../templates/glue-redshift-pipeline/template.yaml',
    ),
    'utf8',
  ),
).spec.parameters.find(({ title }: { title: string }) => title === 'Sources');

const MANIFEST = {
  title: 'Pipeline',
  steps: [
    {
      title: 'Sources',
      schema: {
        title: 'Sources',
        properties: {
          sources: {
            title: 'Sources',
            type: 'array',
            default: page.properties.sources.default,
            'ui:field': 'GluePipelinePart',
            'ui:options': {
              part: 'sources',
              required: true,
              form: page.properties.sources,
              hideError: true,
            },
          },
        },
      },
    },
  ],
};

const AIRPORTS: SourcePreview = {
  detected: { format: 'csv', csv: { delimiter: ';', header: true } },
  problems: [],
  columns: [
    { name: 'iata', type: 'string' },
    { name: 'latitude', type: 'decimal(18,6)' },
  ],
  rows: [['AUS', '30.19']],
  notes: ['zip is 00501 in places, and is read as text'],
  files: ['s3://flight-data/airports.csv'],
};

function showSources(some: Partial<PipelineFormApi>) {
  const api: PipelineFormApi = {
    check: async () => [],
    browse: async () => ({ folders: [], files: [] }),
    preview: async () => AIRPORTS,
    steps: async () => ({ sources: [], columns: [], keys: [], problems: [] }),
    examples: async () => [],
    begin: async () => ({ form: {}, leftOut: [] }),
    plan: async () => ({}),
    ...some,
  };
  const onCreate = jest.fn(async (_values: object) => {});
  render(
    wrapInTestApp(
      <TestApiProvider apis={[[pipelineFormApiRef, api]]}>
        <Stepper
          manifest={MANIFEST}
          extensions={
            [
              {
                name: 'GluePipelinePart',
                component: PartField,
                validation: checkPart,
              },
            ] as never
          }
          onCreate={onCreate}
          initialState={{}}
        />
      </TestApiProvider>,
    ),
  );
  return onCreate;
}

const uriField = () => screen.findByRole('textbox', { name: /^S3 URI/ });

describe('a source of the form', () => {
  it('finds out how pasted files are written, names the source and shows what they hold', async () => {
    const preview = jest.fn(async (_source: object) => AIRPORTS);
    const onCreate = showSources({ preview });
    await userEvent.click(await uriField());
    await userEvent.paste('s3://flight-data/airports.csv');
    const table = await screen.findByRole('table', { name: 'First rows' });
    expect(
      within(table).getByRole('columnheader', { name: 'iata (string)' }),
    ).toBeVisible();
    expect(within(table).getByRole('cell', { name: '30.19' })).toBeVisible();
    expect(screen.getByText(/zip is 00501/)).toBeVisible();
    expect(preview.mock.calls[0][0]).toEqual({
      uri: 's3://flight-data/airports.csv',
    });
    expect(screen.getByRole('textbox', { name: /^Source name/ })).toHaveValue(
      'airports',
    );
    // What was found out is asked about once more as it is filled in.
    await waitFor(() =>
      expect(preview.mock.lastCall![0]).toMatchObject({
        format: 'csv',
        csv: { delimiter: ';' },
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    await waitFor(() => expect(onCreate).toHaveBeenCalled());
    expect(onCreate.mock.calls[0][0]).toMatchObject({
      sources: [
        {
          name: 'airports',
          uri: 's3://flight-data/airports.csv',
          format: 'csv',
          csv: { delimiter: ';', header: true },
        },
      ],
    });
  });

  it('says why files cannot be read, in the words of the field', async () => {
    showSources({
      preview: async () => ({
        problems: [{ field: 'uri', message: 'there is no bucket "x"' }],
      }),
    });
    await userEvent.click(await uriField());
    await userEvent.paste('s3://x/y.csv');
    expect(
      await screen.findByText(/S3 URI: there is no bucket "x"/),
    ).toBeVisible();
  });

  it('leads from a bucket to a file by clicks', async () => {
    const browse = jest.fn(async (uri?: string) =>
      uri
        ? {
            folders: ['s3://flight-data/old/'],
            files: [{ uri: 's3://flight-data/airports.csv', bytes: 210_365 }],
            more: true,
          }
        : { folders: ['s3://flight-data/'], files: [] },
    );
    showSources({ browse });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Browse S3' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Choose files in S3',
    });
    await userEvent.click(await within(dialog).findByText('flight-data/'));
    expect(await within(dialog).findByText('old/')).toBeVisible();
    expect(within(dialog).getByText(/There is more/)).toBeVisible();
    // A bucket is no folder of files.
    expect(
      within(dialog).getByRole('button', { name: 'Use this folder' }),
    ).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Name begins with' }),
      'air',
    );
    await waitFor(() =>
      expect(browse.mock.lastCall![0]).toBe('s3://flight-data/air'),
    );
    await userEvent.click(
      await within(dialog).findByText('airports.csv, 210.4 kB'),
    );
    expect(await uriField()).toHaveValue('s3://flight-data/airports.csv');
    expect(
      await screen.findByRole('table', { name: 'First rows' }),
    ).toBeVisible();
  });

  it('says that nothing can be browsed, and who refuses it', async () => {
    showSources({
      browse: async () => {
        throw new Error('You may not do this');
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Browse S3' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not do this',
    );
  });
});
