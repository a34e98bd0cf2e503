import { isDeepStrictEqual } from 'node:util';
import { ServerContext } from '../server/context';
import { AssemblyStack } from './CloudAssembly';
import { DeployError } from './DeployError';
import { DeployedResource, DeployStore } from './DeployStore';
import { resolveDynamicReferences } from './dynamicReferences';
import { DeployEvent, LeftOut, ResourceChange } from './events';
import { isAlreadyThere, isGone } from './existence';
import { resourceOrder } from './resourceOrder';
import { handlerOf } from './resources';
import { leftOutState } from './resources/leftOut';
import { ResourceHandler, ResourceState } from './resources/ResourceHandler';
import { pseudoParameters, stackParameters } from './stackParameters';
import { TemplateResource } from './template';
import { TemplateResolver } from './TemplateResolver';

/** What a deployment changed and how to change it back; run latest first. */
export type Undo = () => Promise<void>;

interface Wanted {
  logicalId: string;
  resource: TemplateResource;
  handler: ResourceHandler;
  name: string;
  /** References resolved, dynamic references to secrets as written. */
  properties: Record<string, unknown>;
}

// A logical id is alphanumeric, so this marks rows that no template can name.
const replacedMark = '~replaced~';

/** Brings one stack to what its template says. */
export class StackDeployment {
  readonly changes: Partial<Record<ResourceChange, number>> = {};
  readonly leftOut: LeftOut[] = [];
  outputs: Record<string, string> = {};

  readonly #stack: AssemblyStack;
  readonly #context: ServerContext;
  readonly #store: DeployStore;
  readonly #report: (event: DeployEvent) => void;
  readonly #resolver: TemplateResolver;
  readonly #states = new Map<string, ResourceState & { type: string }>();
  readonly #wanted = new Set<string>();

  constructor(
    stack: AssemblyStack,
    context: ServerContext,
    store: DeployStore,
    report: (event: DeployEvent) => void,
  ) {
    this.#stack = stack;
    this.#context = context;
    this.#store = store;
    this.#report = report;
    this.#resolver = new TemplateResolver(stack.template, {
      pseudoParameters: pseudoParameters(stack.name, context),
      parameters: stackParameters(stack),
      ref: logicalId => this.#states.get(logicalId)?.physicalId,
      attribute: (logicalId, name) => this.#attribute(logicalId, name),
      importValue: name => this.#importValue(name),
      availabilityZones: region => ['a', 'b', 'c'].map(zone => region + zone),
    });
  }

  /**
   * Creates and updates, in the order of the references, and records the
   * outputs. Every change appends to `undo` as soon as it is made. Rejects
   * with a `DeployError`.
   */
  async apply(undo: Undo[]): Promise<void> {
    const { name: stack, template } = this.#stack;
    const existing = new Map(
      this.#store.resources(stack).map(row => [row.logicalId, row]),
    );
    const resources = Object.fromEntries(
      Object.entries(template.Resources ?? {}).filter(
        ([, { Condition }]) =>
          !Condition || this.#resolver.condition(Condition),
      ),
    );
    for (const logicalId of resourceOrder(resources)) {
      const resource = resources[logicalId];
      try {
        await this.#apply(logicalId, resource, existing.get(logicalId), undo);
      } catch (error) {
        throw DeployError.at(error, {
          stack,
          logicalId,
          resourceType: resource.Type,
        });
      }
    }
    this.#putOut(undo);
  }

  /** Deletes what the template no longer has, latest first. Rejects with a `DeployError`. */
  async removeDisappeared(): Promise<void> {
    const { name: stack } = this.#stack;
    for (const row of this.#store.resources(stack).reverse()) {
      if (this.#wanted.has(row.logicalId)) continue;
      const retained = row.deletionPolicy.startsWith('Retain');
      try {
        if (!retained) await this.#delete(row);
      } catch (error) {
        throw DeployError.at(error, {
          stack,
          logicalId: row.logicalId,
          resourceType: row.type,
        });
      }
      this.#store.removeResource(stack, row.logicalId);
      this.#changed(row, retained ? 'retained' : 'deleted');
    }
  }

  async #apply(
    logicalId: string,
    resource: TemplateResource,
    existing: DeployedResource | undefined,
    undo: Undo[],
  ): Promise<void> {
    const { name: stack } = this.#stack;
    const properties = (this.#resolver.resolve(resource.Properties ?? {}) ??
      {}) as Record<string, unknown>;
    const handler = handlerOf(resource.Type);
    const leftOut = handler ? handler.leavesOut?.(properties) : 'all';
    if (leftOut === 'all' || leftOut === 'part') {
      this.leftOut.push({ stack, logicalId, resourceType: resource.Type });
    }
    if (!handler || leftOut === 'all') {
      this.#states.set(logicalId, {
        type: resource.Type,
        ...leftOutState(
          stack,
          logicalId,
          resource.Type,
          properties,
          this.#context,
        ),
      });
      return;
    }

    this.#wanted.add(logicalId);
    const name =
      handler.givenName(properties) ?? handler.generatedName(stack, logicalId);
    const wanted = { logicalId, resource, handler, name, properties };
    if (!existing) await this.#create(wanted, 'created', undo);
    else if (isReplacement(wanted, existing)) {
      await this.#replace(wanted, existing, undo);
    } else await this.#update(wanted, existing, undo);
  }

  async #create(
    wanted: Wanted,
    action: 'created' | 'replaced',
    undo: Undo[],
  ): Promise<void> {
    const { handler, name } = wanted;
    const owner = this.#store.ownerOf(handler.type, name);
    if (owner) throw nameTaken(wanted, `deployed by the stack ${owner}`);
    let state: ResourceState;
    try {
      state = await handler.create(await this.#request(wanted));
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
      throw nameTaken(wanted, 'and no stack deployed it');
    }
    const row = this.#record(wanted, state);
    undo.push(async () => {
      await this.#delete(row);
      this.#store.removeResource(row.stack, row.logicalId);
      this.#changed(row, 'rolled-back');
    });
    this.#changed(row, action);
  }

  async #update(
    wanted: Wanted,
    existing: DeployedResource,
    undo: Undo[],
  ): Promise<void> {
    const asStored = JSON.parse(JSON.stringify(wanted.properties));
    if (isDeepStrictEqual(asStored, existing.properties)) {
      this.#changed(this.#record(wanted, existing), 'unchanged');
      return;
    }
    const { handler } = wanted;
    let state: ResourceState;
    try {
      state = await handler.update({
        ...(await this.#request(wanted)),
        written: wanted.properties,
        previous: existing,
      });
    } catch (error) {
      if (!isGone(error)) throw error;
      // Someone deleted it by hand: the stack says that it exists, so it does again.
      this.#store.removeResource(existing.stack, existing.logicalId);
      await this.#create(wanted, 'created', undo);
      return;
    }
    const row = this.#record(wanted, state);
    undo.push(async () => {
      await handler.update({
        ...(await this.#request(existing)),
        written: existing.properties,
        previous: row,
      });
      this.#store.putResource(existing);
      this.#changed(row, 'rolled-back');
    });
    this.#changed(row, 'updated');
  }

  /** Another name: the new one first, the old one goes with what disappeared. The same name: the old one has to go first. */
  async #replace(
    wanted: Wanted,
    existing: DeployedResource,
    undo: Undo[],
  ): Promise<void> {
    const { stack, logicalId } = existing;
    const sameName =
      existing.type === wanted.handler.type && existing.name === wanted.name;
    if (sameName) {
      await this.#delete(existing);
      this.#store.removeResource(stack, logicalId);
      undo.push(async () => {
        const handler = handlerOf(existing.type);
        await handler?.create(await this.#request(existing));
        this.#store.putResource(existing);
      });
    } else {
      const aside = {
        ...existing,
        logicalId: `${logicalId}${replacedMark}${existing.name}`,
      };
      this.#store.putResource(aside);
      this.#store.removeResource(stack, logicalId);
      undo.push(async () => {
        this.#store.putResource(existing);
        this.#store.removeResource(stack, aside.logicalId);
      });
    }
    await this.#create(wanted, 'replaced', undo);
  }

  async #delete(row: DeployedResource): Promise<void> {
    const handler = handlerOf(row.type);
    if (!handler) return;
    try {
      await handler.delete(await this.#request(row));
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  async #request(of: Wanted | DeployedResource) {
    return {
      stack: this.#stack.name,
      logicalId: of.logicalId,
      name: of.name,
      properties: await resolveDynamicReferences(
        of.properties,
        async (SecretId, version) => {
          const { SecretString } = await this.#context.invoke(
            'secretsmanager',
            'GetSecretValue',
            { SecretId, VersionStage: version.stage, VersionId: version.id },
          );
          return SecretString;
        },
      ),
      context: this.#context,
    };
  }

  #record(wanted: Wanted, state: ResourceState): DeployedResource {
    const row: DeployedResource = {
      stack: this.#stack.name,
      logicalId: wanted.logicalId,
      type: wanted.handler.type,
      name: wanted.name,
      physicalId: state.physicalId,
      properties: wanted.properties,
      attributes: state.attributes,
      deletionPolicy: wanted.resource.DeletionPolicy ?? 'Delete',
    };
    this.#store.putResource(row);
    this.#states.set(wanted.logicalId, { ...state, type: row.type });
    return row;
  }

  #putOut(undo: Undo[]): void {
    const { name: stack, template } = this.#stack;
    const outputs: Record<string, string> = {};
    const exports: Record<string, string> = {};
    for (const [key, output] of Object.entries(template.Outputs ?? {})) {
      if (output.Condition && !this.#resolver.condition(output.Condition)) {
        continue;
      }
      try {
        const value = asText(this.#resolver.resolve(output.Value));
        outputs[key] = value;
        if (!output.Export) continue;
        const name = asText(this.#resolver.resolve(output.Export.Name));
        const other = this.#store.exported(name);
        if (other && other.stack !== stack) {
          throw new DeployError(
            `the stack ${other.stack} exports "${name}" already`,
          );
        }
        exports[name] = value;
      } catch (error) {
        throw DeployError.at(error, { stack, logicalId: key });
      }
    }
    const before = this.#store.stack(stack);
    undo.push(async () => {
      if (before) this.#store.putStack(stack, before.outputs, before.exports);
      else this.#store.removeStack(stack);
    });
    this.#store.putStack(stack, outputs, exports);
    this.outputs = outputs;
  }

  #attribute(logicalId: string, name: string): unknown {
    const state = this.#states.get(logicalId);
    if (!state) {
      throw new DeployError(
        `Fn::GetAtt names "${logicalId}", which is not a resource of the template`,
      );
    }
    const value = state.attributes[name];
    if (value !== undefined) return value;
    if (handlerOf(state.type)) {
      throw new DeployError(
        `${logicalId} (${state.type}) has no attribute "${name}"`,
      );
    }
    // Something that is left out: whatever is asked of it has a stable answer.
    return `${state.physicalId}.${name}`;
  }

  #importValue(name: string): string {
    const exported = this.#store.exported(name);
    if (!exported) {
      throw new DeployError(
        `no stack exports "${name}"; deploy the stack that does first`,
      );
    }
    return exported.value;
  }

  #changed(row: DeployedResource, action: ResourceChange): void {
    this.changes[action] = (this.changes[action] ?? 0) + 1;
    this.#report({
      type: 'resource',
      stack: row.stack,
      logicalId: row.logicalId.split(replacedMark)[0],
      resourceType: row.type,
      physicalId: row.physicalId,
      action,
    });
  }
}

function isReplacement(wanted: Wanted, existing: DeployedResource): boolean {
  const { handler, name, properties } = wanted;
  return (
    existing.type !== handler.type ||
    existing.name !== name ||
    handler.replacedBy.some(
      property =>
        JSON.stringify(properties[property]) !==
        JSON.stringify(existing.properties[property]),
    )
  );
}

function nameTaken({ handler, name }: Wanted, whose: string): DeployError {
  return new DeployError(
    `${handler.noun} named "${name}" exists already, ${whose}. Choose another name, or delete that one first.`,
  );
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
