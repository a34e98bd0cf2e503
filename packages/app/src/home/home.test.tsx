import { renderTestApp } from '@backstage/frontend-test-utils';
import homePlugin from '@backstage/plugin-home/alpha';
import gluePipelinesPlugin, {
  GluePipelinesApi,
  gluePipelinesApiRef,
} from '@glue-pipelines/backstage-plugin';
import { screen } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { homeModule } from '.';

const { app } = parse(
  readFileSync(join(__dirname, '../../../../app-config.yaml'), 'utf8'),
);

// The grid waits for a width, and jsdom lays nothing out.
beforeEach(() => {
  jest.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1200);
});

it('shows the widgets that app-config names', async () => {
  const empty = { items: [], total: 0 };
  const api: Partial<Record<keyof GluePipelinesApi, unknown>> = {
    getFleet: async () => empty,
  };
  renderTestApp({
    features: [homePlugin, gluePipelinesPlugin, homeModule],
    config: {
      app: {
        extensions: app.extensions.filter((extension: object) =>
          /home/.test(Object.keys(extension)[0]),
        ),
      },
    },
    apis: [[gluePipelinesApiRef, api as GluePipelinesApi]],
    initialRouteEntries: ['/home'],
  });
  expect(
    await screen.findByRole('heading', { name: 'Home' }),
  ).toBeInTheDocument();
  expect(await screen.findByText(/No pipeline belongs to you/)).toBeVisible();
  expect(await screen.findByText(/No pipeline is failing/)).toBeVisible();
});
