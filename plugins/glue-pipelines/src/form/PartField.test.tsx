import { TestApiProvider, wrapInTestApp } from '@backstage/test-utils';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { JsonObject } from '@backstage/types';
import type { PipelineProblem } from '@glue-pipelines/pipeline';
import { checkPart } from './checkPart';
import { PartField } from './PartField';
import { pipelineFormApiRef } from './PipelineFormApi';

const part = (name: string, form: JsonObject): JsonObject => ({
  [name]: {
    title: form.title,
    type: form.type,
    default: form.default ?? '',
    'ui:field': 'GluePipelinePart',
    'ui:options': { part: name, required: true, form, hideError: true },
  },
});

const MANIFEST = {
  title: 'Pipeline',
  steps: [
    {
      title: 'Pipeline',
      schema: {
        title: 'Pipeline',
        properties: {
          ...part('name', { title: 'Name', type: 'string', pattern: '^x$' }),
          ...part('description', { title: 'Description', type: 'string' }),
        },
      },
    },
    {
      title: 'Sources',
      schema: {
        title: 'Sources',
        properties: part('sources', {
          title: 'Sources',
          type: 'array',
          default: [{}],
          minItems: 1,
          items: {
            type: 'object',
            required: ['uri'],
            properties: {
              uri: { title: 'S3 URI', type: 'string', pattern: '^s3:' },
              format: {
                title: 'Format',
                type: 'string',
                enum: ['csv', 'json'],
                default: 'csv',
              },
            },
          },
        }),
      },
    },
  ],
};

const EXTENSIONS = [
  { name: 'GluePipelinePart', component: PartField, validation: checkPart },
] as never;

function showForm(
  check: (form: JsonObject) => Promise<PipelineProblem[]>,
  initialState: JsonObject = {},
) {
  const onCreate = jest.fn(async () => {});
  render(
    wrapInTestApp(
      <TestApiProvider apis={[[pipelineFormApiRef, { check: jest.fn(check) }]]}>
        <Stepper
          manifest={MANIFEST}
          extensions={EXTENSIONS}
          onCreate={onCreate}
          initialState={initialState as never}
        />
      </TestApiProvider>,
    ),
  );
  return onCreate;
}

const next = () =>
  userEvent.click(screen.getByRole('button', { name: 'Next' }));
const review = () =>
  userEvent.click(screen.getByRole('button', { name: 'Review' }));
const nameField = () => screen.findByRole('textbox', { name: /^Name/ });
const uriField = () => screen.findByRole('textbox', { name: /^S3 URI/ });

const missing = (...fields: string[]) =>
  fields.map(field => ({ field, message: 'is missing: add it' }));

// The form scrolls up on each page, which the test's browser cannot.
beforeAll(() => Object.assign(window, { scrollTo: () => {} }));

describe('a part of the form', () => {
  it('tells all that is missing at once, at its field and above, and goes to the first', async () => {
    const check = jest.fn(async () => missing('name', 'description'));
    showForm(check);
    await nameField();
    await next();
    expect(await screen.findByText("'Name' is missing: add it")).toBeVisible();
    expect(screen.getByText("'Description' is missing: add it")).toBeVisible();
    expect(screen.getAllByText('is missing: add it')).toHaveLength(2);
    expect(await nameField()).toHaveFocus();
    expect(check).toHaveBeenCalledTimes(1);
    expect(check).toHaveBeenCalledWith({ name: '', description: '' });
    expect((await nameField()).closest('form')).toHaveProperty(
      'noValidate',
      true,
    );
  });

  it('keeps to itself what is said of other pages', async () => {
    showForm(async () => missing('sources'));
    await nameField();
    await next();
    expect(await uriField()).toBeVisible();
  });

  it('names a place within a list in the words of its fields', async () => {
    showForm(
      async ({ sources }) =>
        sources
          ? [{ field: 'sources[0].uri', message: 'there is no bucket "x"' }]
          : [],
      { name: 'x', description: 'x' },
    );
    await nameField();
    await next();
    await userEvent.type(await uriField(), 's3://x/y');
    await review();
    expect(
      await screen.findByText(`'Sources' 1, S3 URI: there is no bucket "x"`),
    ).toBeVisible();
    const field = await uriField();
    expect(field).toHaveFocus();
    expect(field).toHaveAccessibleDescription(/there is no bucket "x"/);
  });

  it('takes back what it said of a field as soon as that is changed', async () => {
    showForm(async () => [{ field: 'name', message: 'is taken' }]);
    await userEvent.type(await nameField(), 'orders');
    await next();
    expect(await screen.findByText('is taken')).toBeVisible();
    await userEvent.type(await nameField(), '-2');
    expect(screen.queryByText('is taken')).toBeNull();
  });

  it('fills in the defaults of its fields, and hands over what is filled in', async () => {
    const onCreate = showForm(async () => []);
    await userEvent.type(await nameField(), ' Orders ');
    await next();
    await userEvent.type(await uriField(), 's3://shop/');
    await review();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    await waitFor(() =>
      expect(onCreate).toHaveBeenCalledWith({
        name: ' Orders ',
        description: '',
        sources: [{ uri: 's3://shop/', format: 'csv' }],
      }),
    );
  });

  it('says once where the back end does not answer, and does not go on', async () => {
    showForm(async () => {
      throw new Error('The portal is down');
    });
    await nameField();
    await next();
    const list = await screen.findByRole('list');
    expect(within(list).getAllByText(/The portal is down/)).toHaveLength(1);
    expect(await nameField()).toBeVisible();
  });
});
