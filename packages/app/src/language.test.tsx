import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import gluePipelinesPlugin, {
  GluePipelinesApi,
  gluePipelinesApiRef,
} from '@glue-pipelines/backstage-plugin';
import { configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const { app } = parse(
  readFileSync(join(__dirname, '../../../app-config.yaml'), 'utf8'),
);
const extensions = app.extensions.filter((extension: object) =>
  Object.hasOwn(extension, 'api:app/app-language'),
);

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });

function showApp(path: string) {
  return renderTestApp({
    features: [catalogPlugin, userSettingsPlugin, gluePipelinesPlugin],
    config: {
      app: { baseUrl: 'http://localhost:3000', extensions },
      backend: { baseUrl: 'http://localhost:7007' },
    },
    apis: [
      [
        gluePipelinesApiRef,
        {
          getFleet: () => new Promise(() => {}),
        } as unknown as GluePipelinesApi,
      ],
    ],
    initialRouteEntries: [path],
  });
}

it('speaks the language that is chosen in Settings', async () => {
  const { unmount } = showApp('/settings');
  await userEvent.click(await screen.findByText('English'));
  await userEvent.click(await screen.findByRole('option', { name: 'Deutsch' }));
  unmount();
  showApp('/glue-pipelines');
  expect(
    await screen.findByRole('button', { name: 'Gespeicherte Ansichten' }),
  ).toBeVisible();
}, 60_000);
