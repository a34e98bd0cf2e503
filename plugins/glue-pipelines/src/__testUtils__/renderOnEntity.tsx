import { Entity } from '@backstage/catalog-model';
import { StorageApi, storageApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { GluePipelinesSignal } from '@glue-pipelines/backstage-plugin-common';
import { ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { GluePipelinesApi, gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { covidHiringEntity, fixtureApi } from '../__fixtures__/fixtureApi';
import { entityContentRouteRef, fleetRouteRef } from '../routes';

/** A back end that knows the fixture; every method can be told otherwise. */
export function backEnd(): jest.Mocked<GluePipelinesApi> {
  const methods = Object.entries(fixtureApi()).map(([name, method]) => [
    name,
    jest.fn(method),
  ]);
  return Object.fromEntries(methods);
}

export { covidHiringEntity };

/** The signals of an app, and a way to send one. */
export class Signals {
  private readonly listeners = new Set<(message: never) => void>();

  subscribe(_: string, listener: (message: never) => void) {
    this.listeners.add(listener);
    return { unsubscribe: () => this.listeners.delete(listener) };
  }

  send(signal: GluePipelinesSignal) {
    this.listeners.forEach(listener => listener(signal as never));
  }
}

function Browser() {
  const navigate = useNavigate();
  return (
    <>
      <output data-testid="address">{useLocation().search}</output>
      <button onClick={() => navigate(-1)}>Back</button>
    </>
  );
}

/** Renders a part of an entity's page in an app. */
export function renderOnEntity(
  element: ReactElement,
  options: {
    api?: GluePipelinesApi;
    entity?: Entity;
    search?: string;
    mayStart?: boolean;
    signals?: Signals;
    storage?: StorageApi;
    /** Of the reader; English otherwise. */
    language?: string;
  } = {},
) {
  const { api = backEnd(), entity = covidHiringEntity } = options;
  const { search = '', mayStart = true, signals = new Signals() } = options;
  const { storage = mockApis.storage(), language = 'en' } = options;
  // An app keeps the language that was chosen last.
  window.localStorage.setItem('language', language);
  return renderInTestApp(
    <EntityProvider entity={entity}>
      {element}
      <Browser />
    </EntityProvider>,
    {
      config: {
        app: {
          extensions: [
            {
              'api:app/app-language': {
                config: { availableLanguages: ['en', 'de'] },
              },
            },
          ],
        },
      },
      initialRouteEntries: [`/${search}`],
      mountedRoutes: {
        '/glue': entityContentRouteRef,
        '/glue-pipelines': fleetRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [gluePipelinesApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [entity] })],
        [signalApiRef, signals],
        [storageApiRef, storage],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: mayStart ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          }),
        ],
      ],
    },
  );
}
