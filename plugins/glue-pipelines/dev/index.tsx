import '@backstage/cli/asset-types';
import {
  ApiFactoryRegistry,
  ApiProvider,
  ApiResolver,
} from '@backstage/core-app-api';
import {
  Content,
  Header,
  Link,
  Page,
  UserIdentity,
} from '@backstage/core-components';
import { AnyApiRef } from '@backstage/core-plugin-api';
import { createApp } from '@backstage/frontend-defaults';
import {
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { useEffect, useMemo } from 'react';
import ReactDOM from 'react-dom/client';
import { useParams } from 'react-router-dom';
import { gluePipelinesApiRef } from '../src/api/GluePipelinesApi';
import { apiOf, entityOf, State, STATES } from '../src/__fixtures__/states';

function apisOf(state: State) {
  const registry = new ApiFactoryRegistry();
  const provide = (api: AnyApiRef, implementation: unknown) =>
    registry.register('app', {
      api,
      deps: {},
      factory: () => implementation,
    });
  provide(gluePipelinesApiRef, apiOf(state));
  provide(permissionApiRef, {
    authorize: async () => ({
      result: state.denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
    }),
  });
  return new ApiResolver(registry);
}

function StateView({ state }: { state: State }) {
  const apis = useMemo(() => apisOf(state), [state]);
  return (
    <ApiProvider apis={apis}>
      <EntityProvider entity={entityOf(state)}>{state.element}</EntityProvider>
    </ApiProvider>
  );
}

function States() {
  const { '*': id } = useParams();
  const state = STATES.find(each => each.id === id);
  return (
    <Page themeId="tool">
      <Header title={state?.title ?? 'States'} />
      <Content>
        {state ? (
          <StateView key={state.id} state={state} />
        ) : (
          <ul>
            {STATES.map(each => (
              <li key={each.id}>
                <Link to={`/states/${each.id}${each.search ?? ''}`}>
                  {each.title}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Content>
    </Page>
  );
}

const statesPlugin = createFrontendPlugin({
  pluginId: 'states',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/states',
        title: 'States',
        loader: async () => <States />,
      },
    }),
  ],
});

/** There is nobody to ask who one is. */
const signIn = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: {
        loader: async () => {
          return function Guest({ onSignInSuccess }) {
            useEffect(
              () => onSignInSuccess(UserIdentity.createGuest()),
              [onSignInSuccess],
            );
            return null;
          };
        },
      },
    }),
  ],
});

/** The pages without a back end, in every state: `yarn workspace @glue-pipelines/backstage-plugin start`. */
const app = createApp({ features: [catalogPlugin, signIn, statesPlugin] });

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
