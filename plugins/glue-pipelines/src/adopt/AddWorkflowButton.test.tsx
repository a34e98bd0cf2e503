import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FleetItem } from '@glue-pipelines/backstage-plugin-common';
import { covidHiring } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { AddWorkflowButton } from './AddWorkflowButton';

function type(field: HTMLElement, value: string) {
  fireEvent.change(field, { target: { value } });
}

async function openDialog() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Add a workflow' }),
  );
  return within(screen.getByRole('dialog', { name: 'Add a workflow' }));
}

describe('AddWorkflowButton', () => {
  it('leads to a new component: its file, and the tag', async () => {
    renderOnEntity(<AddWorkflowButton />);
    const dialog = await openDialog();
    type(dialog.getByLabelText('ARN of the workflow'), covidHiring.arn);
    expect(dialog.getByLabelText('Name of the component')).toHaveValue(
      'covid-hiring',
    );
    expect(dialog.queryByRole('list')).toBeNull();
    type(dialog.getByLabelText('Owner'), 'data-engineering');
    expect(
      dialog.getByRole('group', { name: 'catalog-info.yaml' }),
    ).toHaveTextContent('owner: "group:default/data-engineering"');
    expect(dialog.getByRole('group', { name: 'command' })).toHaveTextContent(
      'glue-pipelines.io/entity=component:default/covid-hiring',
    );
    expect(
      dialog.getByRole('button', { name: 'Copy catalog-info.yaml' }),
    ).toBeInTheDocument();
    expect(dialog.getByRole('link', { name: 'register it' })).toHaveAttribute(
      'href',
      '/catalog-import',
    );
  });

  it('leads to an entity that exists: its annotation, and the tag', async () => {
    renderOnEntity(<AddWorkflowButton />);
    const dialog = await openDialog();
    type(dialog.getByLabelText('ARN of the workflow'), covidHiring.arn);
    await userEvent.click(dialog.getByLabelText('An entity of the catalog'));
    expect(dialog.queryByLabelText('Owner')).toBeNull();
    type(dialog.getByLabelText('Entity'), 'hiring');
    expect(dialog.getByRole('group', { name: 'annotation' })).toHaveTextContent(
      covidHiring.arn,
    );
    expect(dialog.getByRole('group', { name: 'command' })).toHaveTextContent(
      'component:default/hiring',
    );
  });

  it('offers the workflows that no entity names', async () => {
    const api = backEnd();
    const accountId = '000000000000';
    const location = 'arn:aws:glue:eu-west-1:000000000000:workflow/';
    api.getUnnamedWorkflows.mockResolvedValue({
      locations: [
        {
          accountId,
          region: 'eu-west-1',
          workflows: ['churn', 'Daily Orders'].map(name => ({
            name,
            arn: `${location}${name}`,
          })),
        },
        {
          accountId,
          region: 'us-east-1',
          workflows: [],
          problem: 'The role lacks the IAM action glue:ListWorkflows',
        },
      ],
      servedAt: '2026-11-29T10:00:00.000Z',
    });
    renderOnEntity(<AddWorkflowButton />, { api });
    const dialog = await openDialog();
    expect(
      await dialog.findByText(
        /2 workflows .* 000000000000 us-east-1 could not be listed: The role lacks/,
      ),
    ).toBeInTheDocument();
    const field = dialog.getByLabelText('ARN of the workflow');
    await userEvent.type(field, 'order');
    await userEvent.click(screen.getByRole('option', { name: /Daily Orders/ }));
    expect(field).toHaveValue(`${location}Daily Orders`);
    expect(dialog.getByLabelText('Name of the component')).toHaveValue(
      'daily-orders',
    );
  });

  it('says what is wrong, and what the portal has already', async () => {
    const api = backEnd();
    const fleet = await api.getFleet({});
    api.getFleet.mockResolvedValue({
      ...fleet,
      items: [
        { arn: covidHiring.arn, entityRef: 'component:default/hiring' },
        { arn: `${covidHiring.arn}-2`, entityRef: 'component:default/other' },
      ] as FleetItem[],
    });
    renderOnEntity(<AddWorkflowButton />, { api });
    const dialog = await openDialog();
    const arn = dialog.getByLabelText('ARN of the workflow');
    type(arn, 'covid-hiring');
    expect(
      dialog.getByText(/is not the ARN of a Glue workflow/),
    ).toBeInTheDocument();
    type(arn, covidHiring.arn);
    const notice = await dialog.findByRole('status');
    expect(notice).toHaveTextContent(/^The portal has this workflow already/);
    expect(
      within(notice)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['hiring']);
    type(dialog.getByLabelText('Owner'), 'two words');
    expect(dialog.getByText(/^A name has letters/)).toBeInTheDocument();
    expect(dialog.queryByRole('list')).toBeNull();
  });
});
