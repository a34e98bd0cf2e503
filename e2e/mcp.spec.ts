import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { expect, test } from './fixtures';

const API = 'http://localhost:7007/api';

/** An agent that acts for the guest of the portal. */
async function connect(): Promise<Client> {
  const signedIn = await fetch(`${API}/auth/guest/refresh`);
  const { backstageIdentity } = await signedIn.json();
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${API}/mcp-actions/v1`), {
      requestInit: {
        headers: { Authorization: `Bearer ${backstageIdentity.token}` },
      },
    }),
  );
  return client;
}

test('an agent finds the tools and reads how a pipeline is', async () => {
  const client = await connect();
  try {
    const { tools } = await client.listTools();
    const named = (name: string) =>
      tools.find(tool => tool.name.split(/[.:]/).at(-1) === name)!;
    for (const [name, readOnly] of [
      ['list-glue-workflows', true],
      ['list-glue-runs', true],
      ['list-glue-fleet', true],
      ['get-glue-run', true],
      ['get-glue-logs', true],
      ['explain-glue-failure', true],
      ['preview-resume-glue-run', true],
      ['start-glue-run', false],
      ['stop-glue-run', false],
      ['resume-glue-run', false],
    ] as const) {
      expect(named(name)?.annotations?.readOnlyHint, name).toBe(readOnly);
    }

    const { content } = await client.callTool({
      name: named('list-glue-workflows').name,
      arguments: { entityRef: 'component:default/covid-hiring' },
    });
    expect(JSON.stringify(content)).toContain(
      'arn:aws:glue:us-east-1:000000000000:workflow/covid-hiring',
    );
  } finally {
    await client.close();
  }
});
