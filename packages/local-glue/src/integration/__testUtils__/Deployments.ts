import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { deployAssembly } from '../../deploy/deployAssembly';
import { destroyAssembly } from '../../deploy/destroyAssembly';
import { Template } from '../../deploy/template';
import { startTestServer, TestServer } from './startTestServer';
import { synthesize } from './synthesize';

/** Resources by logical id: the type, the properties, and what stands beside them. */
export type Resources = Record<
  string,
  [type: string, properties: Record<string, unknown>, attributes?: object]
>;

/** A server that CDK apps are deployed to, and what their deployments told. */
export class Deployments {
  readonly server: TestServer;
  readonly #folders: string[] = [];

  private constructor(server: TestServer) {
    this.server = server;
  }

  static async start(): Promise<Deployments> {
    return new Deployments(await startTestServer());
  }

  async stop(): Promise<void> {
    await this.server.stop();
    this.#folders.forEach(folder => rmSync(folder, { recursive: true }));
  }

  /** A synthesized app, for `deploy` and `destroy`. */
  app(build: (app: App) => void): string {
    const folder = synthesize(build);
    this.#folders.push(folder);
    return folder;
  }

  /** The same of one stack, with resources and outputs as a template spells them. */
  stack(
    resources: Resources,
    outputs: Template['Outputs'] = {},
    name: string = 'orders',
  ): string {
    const folder = mkdtempSync(join(tmpdir(), 'cdk-out-'));
    this.#folders.push(folder);
    const write = (file: string, content: object) =>
      writeFileSync(join(folder, file), JSON.stringify(content));
    write('manifest.json', {
      version: '48.0.0',
      artifacts: {
        [name]: {
          type: 'aws:cloudformation:stack',
          properties: { templateFile: 'orders.template.json' },
        },
      },
    });
    write('orders.template.json', {
      Resources: Object.fromEntries(
        Object.entries(resources).map(([id, [Type, Properties, more]]) => [
          id,
          { Type, Properties, ...more },
        ]),
      ),
      Outputs: outputs,
    });
    return folder;
  }

  deploy(folder: string) {
    return this.#told(deployAssembly, folder);
  }

  destroy(folder: string) {
    return this.#told(destroyAssembly, folder);
  }

  invoke(service: string, operation: string, input: Record<string, unknown>) {
    return this.server.context.invoke(service, operation, input);
  }

  async #told(act: typeof deployAssembly, folder: string) {
    const told: string[] = [];
    const ids: Record<string, string> = {};
    const result = await act(folder, this.server.context, event => {
      if (event.type !== 'resource') return;
      const { action, logicalId, physicalId } = event;
      if (action !== 'unchanged') told.push(`${action} ${logicalId}`);
      if (!/^(deleted|retained)$/.test(action)) ids[logicalId] = physicalId;
    });
    return {
      told,
      ids,
      message: result.ok ? 'no failure' : result.message,
      changes: result.ok ? result.stacks.map(s => s.changes) : [],
      outputs: result.ok ? result.stacks[0].outputs : {},
      leftOut: result.ok ? result.leftOut.map(l => l.resourceType) : [],
    };
  }
}
