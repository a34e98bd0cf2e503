import fs from 'fs-extra';
import { join } from 'node:path';

/** A resource of a template. */
export interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
}

interface Template {
  Resources?: Record<string, Resource>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name?: unknown } }>;
}

/** A resource with the stack that has it, which together tell it from all others. */
export interface Placed extends Resource {
  id: string;
  /** Its logical id without the hash that the CDK adds. */
  words: string;
}

const TEMPLATE = '.template.json';

const isFunction = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the reader of a plan calls the values that AWS fills in. */
const PSEUDO: Record<string, string> = {
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** A synthesized CDK app, as one reads it: values in words, and references followed over its stacks. */
export class SynthesizedApp {
  readonly #templates: { stack: string; template: Template }[];

  private constructor(templates: { stack: string; template: Template }[]) {
    this.#templates = templates;
  }

  /** @param cdkOut - absolute path */
  static async read(cdkOut: string): Promise<SynthesizedApp> {
    const files = (await fs.readdir(cdkOut)).filter(file =>
      file.endsWith(TEMPLATE),
    );
    return new SynthesizedApp(
      await Promise.all(
        files.sort().map(async file => ({
          stack: file.slice(0, -TEMPLATE.length),
          template: (await fs.readJson(join(cdkOut, file))) as Template,
        })),
      ),
    );
  }

  resources(type: string): Placed[] {
    return this.#templates.flatMap(({ stack, template }) =>
      Object.keys(template.Resources ?? {})
        .map(id => this.#placed(stack, id)!)
        .filter(resource => resource.Type === type),
    );
  }

  /** The stack in which a resource lies. */
  stackOf = ({ id }: Placed): string => id.slice(0, id.indexOf('/'));

  /** The resource that a value refers to; `undefined` for what is none of this app. */
  target(stack: string, value: unknown): Placed | undefined {
    if (!isFunction(value)) {
      return undefined;
    }
    const imported = value['Fn::ImportValue'];
    if (imported !== undefined) {
      return this.#exported(String(imported), (from, exported) =>
        this.target(from, exported),
      );
    }
    const attribute = value['Fn::GetAtt'];
    const id = Array.isArray(attribute) ? attribute[0] : value.Ref;
    return id === undefined ? undefined : this.#placed(stack, String(id));
  }

  /** A value in words: what is known only to AWS is named by what it is of. */
  text(stack: string, value: unknown): string {
    if (!isFunction(value)) {
      return String(value);
    }
    const join_ = value['Fn::Join'];
    if (Array.isArray(join_)) {
      return (join_[1] as unknown[])
        .map(part => this.text(stack, part))
        .join(String(join_[0]));
    }
    const sub = value['Fn::Sub'];
    if (sub !== undefined) {
      return String(Array.isArray(sub) ? sub[0] : sub).replace(
        /\$\{([^}]+)\}/g,
        (_, name) => this.#named(stack, name),
      );
    }
    const found = this.target(stack, value);
    if (found) {
      return this.nameOf(found);
    }
    return typeof value.Ref === 'string'
      ? this.#named(stack, value.Ref)
      : Object.values(value).flat().map(String).join('.');
  }

  /** The name that a resource is given, or that of its construct. */
  nameOf(resource: Placed): string {
    const { Type, Properties = {} } = resource;
    const own = Properties.Name ?? Properties[`${Type.split('::').at(-1)}Name`];
    return own === undefined
      ? resource.words
      : this.text(this.stackOf(resource), own);
  }

  #named(stack: string, name: string): string {
    const resource = this.#placed(stack, name);
    return resource
      ? this.nameOf(resource)
      : (PSEUDO[name] ?? name.replace(/^AWS::/, ''));
  }

  #placed(stack: string, id: string): Placed | undefined {
    const resource = this.#templates.find(each => each.stack === stack)
      ?.template.Resources?.[id];
    return (
      resource && {
        ...resource,
        id: `${stack}/${id}`,
        words: id.replace(/[0-9A-F]{8}$/, ''),
      }
    );
  }

  #exported<Found>(
    name: string,
    find: (stack: string, value: unknown) => Found | undefined,
  ): Found | undefined {
    for (const { stack, template } of this.#templates) {
      for (const { Value, Export } of Object.values(template.Outputs ?? {})) {
        if (Export?.Name === name) {
          return find(stack, Value);
        }
      }
    }
    return undefined;
  }
}
