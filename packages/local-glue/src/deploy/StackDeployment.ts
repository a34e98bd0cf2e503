import { isDeepStrictEqual } from 'node:util';
import type { DeployContext } from './DeployContext';
import { AssemblyStack } from './CloudAssembly';
import { DeployError } from './DeployError';
import { DeployedResource, DeployStore } from './DeployStore';
import { resolveDynamicReferences } from './dynamicReferences';
import { DeployEvent, LeftOut, ResourceChange } from './events';
import { isAlreadyThere, isGone } from './existence';
import { checkExportsInUse } from './exportsInUse';
import { givenName, isReplacement, typeChangeRefused } from './replacement';
import { resourceOrder } from './resourceOrder';
import { handlerOf } from './resources';
import { leftOutState } from './resources/leftOut';
import { ResourceHandler, ResourceState } from './resources/ResourceHandler';
import { stackOutputs } from './stackOutputs';
import { pseudoParameters, stackParameters } from './stackParameters';
import { TemplateResource } from './template';
import { TemplateResolver } from './TemplateResolver';
import { updateBehaviours } from './updateBehaviours';

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
  readonly #context: DeployContext;
  readonly #store: DeployStore;
  readonly #report: (event: DeployEvent) => void;
  readonly #resolver: TemplateResolver;
  readonly #states = new Map<string, ResourceState & { type: string }>();
  readonly #wanted = new Set<string>();
  readonly #madeUp = new Set<string>();
  readonly #imports = new Set<string>();

  constructor(
    stack: AssemblyStack,
    context: DeployContext,
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
      isMadeUp: text => this.#madeUp.has(text),
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
    const retyped = Object.keys(resources).filter(id => {
      const type = existing.get(id)?.type;
      return type !== undefined && type !== resources[id].Type;
    });
    if (retyped.length > 0) {
      throw DeployError.at(typeChangeRefused(retyped), { stack });
    }
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
    const wanted = { logicalId, resource, handler, properties };
    if (!existing) {
      const name = this.#newName(wanted);
      await this.#create({ ...wanted, name }, 'created', undo);
      return;
    }
    if (isReplacement(handler.type, existing, properties)) {
      const name = this.#newName(wanted);
      await this.#replace({ ...wanted, name }, existing, undo);
    } else {
      await this.#update({ ...wanted, name: existing.name }, existing, undo);
    }
  }

  /** The name that the template gives, or one that CloudFormation might. */
  #newName({ logicalId, handler, properties }: Omit<Wanted, 'name'>): string {
    const name =
      givenName(handler.type, properties) ??
      handler.generatedName?.(this.#stack.name, logicalId);
    if (name === undefined) {
      const [key] = updateBehaviours[handler.type].names;
      throw new DeployError(
        `required key [${key}] not found: CloudFormation names nothing of this type`,
      );
    }
    return handler.uniqueName?.(name, properties) ?? name;
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
    const { handler } = wanted;
    const isUnchanged = isDeepStrictEqual(
      JSON.parse(JSON.stringify(wanted.properties)),
      existing.properties,
    );
    const isThere = await handler.isThere(this.#asWritten(existing));
    if (isThere && isUnchanged) {
      this.#changed(this.#record(wanted, existing), 'unchanged');
      return;
    }
    // The stack says that it exists: make that true. Something may be left of it.
    if (!isThere) await this.#delete(existing);
    const request = await this.#request(wanted);
    const state = isThere
      ? await handler.update({
          ...request,
          written: wanted.properties,
          previous: existing,
        })
      : await handler.create(request);
    const row = this.#record(wanted, state);
    undo.push(async () => {
      // What was made again stays: the stack says that it exists.
      if (isUnchanged) return;
      await handler.update({
        ...(await this.#request(existing)),
        written: existing.properties,
        previous: row,
      });
      const { physicalId, attributes } = row;
      this.#store.putResource({ ...existing, physicalId, attributes });
      this.#changed(row, 'rolled-back');
    });
    this.#changed(row, isThere ? 'updated' : 'made-again');
  }

  /** The new one first; the old one goes with what disappeared, when nothing can fail any more. */
  async #replace(
    wanted: Wanted,
    existing: DeployedResource,
    undo: Undo[],
  ): Promise<void> {
    const { stack, logicalId } = existing;
    const aside = {
      ...existing,
      logicalId: `${logicalId}${replacedMark}${existing.name}`,
      deletionPolicy: wanted.resource.UpdateReplacePolicy ?? 'Delete',
    };
    // Both keep their places: what is deleted later goes the other way.
    this.#store.renameResource(stack, logicalId, aside.logicalId);
    this.#store.putResource(aside);
    undo.push(async () => {
      this.#store.renameResource(stack, aside.logicalId, logicalId);
      this.#store.putResource(existing);
    });
    await this.#create(wanted, 'replaced', undo);
  }

  async #delete(row: DeployedResource): Promise<void> {
    const handler = handlerOf(row.type);
    if (!handler) return;
    try {
      await handler.delete(this.#asWritten(row));
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  /** Deleting and looking need no secrets, which may be gone. */
  #asWritten({ logicalId, name, properties }: Wanted | DeployedResource) {
    const { name: stack } = this.#stack;
    return { stack, logicalId, name, properties, context: this.#context };
  }

  async #request(of: Wanted | DeployedResource) {
    return {
      ...this.#asWritten(of),
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
    const { outputs, exports } = stackOutputs(
      stack,
      template,
      this.#resolver,
      this.#store,
    );
    checkExportsInUse(stack, exports, this.#store, {
      mayChange: this.changes['made-again'] !== undefined,
    });
    const before = this.#store.stack(stack);
    undo.push(async () => {
      if (before) this.#store.putStack(stack, before);
      else this.#store.removeStack(stack);
    });
    const imports = [...this.#imports];
    this.#store.putStack(stack, { outputs, exports, imports });
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
    const madeUp = `${state.physicalId}.${name}`;
    this.#madeUp.add(madeUp);
    return madeUp;
  }

  #importValue(name: string): string {
    const exported = this.#store.exported(name);
    if (!exported) {
      throw new DeployError(
        `no stack exports "${name}"; deploy the stack that does first`,
      );
    }
    this.#imports.add(name);
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

function nameTaken({ handler, name }: Wanted, whose: string): DeployError {
  return new DeployError(
    `${handler.noun} named "${name}" exists already, ${whose}. Choose another name, or delete that one first.`,
  );
}
