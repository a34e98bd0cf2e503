import { render, waitFor } from '@testing-library/react';
import App from './App';

const config = {
  context: 'test',
  data: {
    app: {
      title: 'Glue Pipelines',
      baseUrl: 'http://localhost:3000',
      extensions: [{ 'page:catalog': { config: { path: '/' } } }],
    },
    backend: { baseUrl: 'http://localhost:7007' },
  },
};

const base64 = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the back end's guest provider answers. */
const guest = {
  providerInfo: {},
  profile: { displayName: 'Guest' },
  backstageIdentity: {
    token: `${base64({ alg: 'none' })}.${base64({
      sub: 'user:default/guest',
      exp: Date.now() / 1000 + 3600,
    })}.`,
    expiresInSeconds: 3600,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/guest',
      ownershipEntityRefs: ['user:default/guest'],
    },
  },
};

describe('App', () => {
  it('signs a guest in without a question and shows the catalog', async () => {
    // Backstage's build replaces APP_CONFIG by the configuration itself, not by text.
    Object.assign(process, {
      env: { NODE_ENV: 'test', APP_CONFIG: [config] },
    });
    const asked: string[] = [];
    global.fetch = async (input: RequestInfo | URL) => {
      const url = String(input instanceof Request ? input.url : input);
      asked.push(url);
      return url.endsWith('/api/auth/guest/refresh')
        ? Response.json(guest)
        : Response.json(
            { error: { name: 'ServiceUnavailableError' } },
            { status: 503 },
          );
    };

    render(App.createRoot());

    const asks = (path: string) =>
      waitFor(
        () =>
          expect(
            asked.filter(url =>
              url.startsWith(`http://localhost:7007/api/${path}`),
            ),
          ).not.toEqual([]),
        { timeout: 30_000 },
      );
    await asks('auth/guest/refresh');
    // Only who is signed in gets to the page that lists the catalog.
    await asks('catalog/entities');
  }, 60_000);
});
