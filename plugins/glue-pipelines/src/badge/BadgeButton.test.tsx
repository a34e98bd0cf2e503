import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { covidHiring } from '../__fixtures__/covidHiring';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { BadgeButton } from './BadgeButton';

const workflow = {
  entityRef: 'component:default/covid-hiring',
  workflowArn: covidHiring.arn,
};
const LINK = {
  url: 'http://portal.example/api/glue-pipelines/v1/badges/secret',
  sharedBy: 'user:default/jo',
  sharedAt: '2026-11-28T10:00:00.000Z',
};
const button = (entityRef = workflow.entityRef) => (
  <BadgeButton entityRef={entityRef} workflow={covidHiring} />
);

async function open() {
  await userEvent.click(await screen.findByRole('button', { name: 'Badge' }));
  return within(
    await screen.findByRole('dialog', { name: 'Badge of covid-hiring' }),
  );
}

describe('BadgeButton', () => {
  it('makes a link, gives the markdown, and revokes it', async () => {
    const api = backEnd();
    api.getBadge.mockResolvedValue({ enabled: true });
    api.shareBadge.mockResolvedValue({ enabled: true, link: LINK });
    renderOnEntity(button(), { api });
    const dialog = await open();
    await userEvent.click(dialog.getByRole('button', { name: 'Make a link' }));
    expect(api.shareBadge).toHaveBeenCalledWith(workflow);
    const image = await dialog.findByRole('img', {
      name: 'covid-hiring: state of the pipeline',
    });
    expect(image).toHaveAttribute('src', LINK.url);
    expect(
      dialog.getByRole('group', { name: 'Markdown for a README' }),
    ).toHaveTextContent(
      `[![covid-hiring: state of the pipeline](${LINK.url})](http://localhost/)`,
    );
    await userEvent.click(
      dialog.getByRole('button', { name: 'Revoke the link' }),
    );
    expect(api.revokeBadge).toHaveBeenCalledWith(workflow);
    expect(
      await dialog.findByText('There is no link yet.'),
    ).toBeInTheDocument();
    expect(dialog.getByRole('status')).toHaveTextContent(
      'The link shows nothing any more.',
    );
  });

  it('says why no link was made', async () => {
    const api = backEnd();
    api.getBadge.mockResolvedValue({ enabled: true });
    api.shareBadge.mockRejectedValue(new Error('Set its tag'));
    renderOnEntity(button(), { api });
    const dialog = await open();
    await userEvent.click(dialog.getByRole('button', { name: 'Make a link' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Set its tag');
  });

  it('gives the markdown to who may not share, and nothing more', async () => {
    const api = backEnd();
    api.getBadge.mockResolvedValue({ enabled: true, link: LINK });
    renderOnEntity(button('component:default/not-theirs'), {
      api,
      mayStart: false,
      language: 'de',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Plakette' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByRole('group', { name: 'Markdown für ein README' }),
    ).toBeInTheDocument();
    expect(dialog.queryByRole('button', { name: /widerrufen/ })).toBeNull();
  });

  it.each([
    ['the portal serves no badges', { enabled: false }, true],
    ['there is none, and none may be made', { enabled: true }, false],
  ])('is absent where %s', async (_, badge, mayStart) => {
    const api = backEnd();
    api.getBadge.mockResolvedValue(badge);
    renderOnEntity(button(`component:default/absent-${mayStart}`), {
      api,
      mayStart,
    });
    await waitFor(() => expect(api.getBadge).toHaveBeenCalled());
    expect(screen.queryByRole('button', { name: 'Badge' })).toBeNull();
  });
});
