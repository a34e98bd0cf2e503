import { ConfigReader } from '@backstage/config';
import { UserIdentity } from '@backstage/core-components';
import { createApp } from '@backstage/frontend-defaults';
import {
  createFrontendModule,
  createFrontendPlugin,
  FrontendFeature,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { ReactElement, useEffect } from 'react';
import ReactDOM from 'react-dom/client';

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

/** Shows an element as the only page of an app, with all that Backstage has around a page. */
export function mount(
  element: ReactElement,
  features: FrontendFeature[] = [],
): void {
  const page = createFrontendPlugin({
    pluginId: 'benchmark',
    extensions: [
      PageBlueprint.make({
        params: { path: '/', title: 'Benchmark', loader: async () => element },
      }),
    ],
  });
  const config = new ConfigReader({
    app: { title: 'Benchmark', baseUrl: location.origin },
    backend: { baseUrl: location.origin },
  });
  const app = createApp({
    features: [signIn, page, ...features],
    advanced: { configLoader: async () => ({ config }) },
  });
  ReactDOM.createRoot(document.getElementById('root')!).render(
    app.createRoot(),
  );
}
