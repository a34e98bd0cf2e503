import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { RemovalPolicy, type StackProps } from 'aws-cdk-lib';
import type { Node } from 'constructs';
import { parse } from 'yaml';
import { z } from 'zod';

/** With these, 40 characters of a pipeline's name still fit into the 64 of a workgroup's. */
const PREFIX_LENGTH = 18;
const USER_LENGTH = 12;

const environmentFields = z.strictObject({
  account: z
    .string()
    .regex(/^\d{12}$/, 'an account has 12 digits: write them in quotes')
    .optional(),
  region: z.string().min(1).optional(),
  /** Begins every name; `{user}` stands for who deploys. */
  prefix: z
    .string()
    .max(PREFIX_LENGTH)
    .regex(
      /^[a-z][a-z0-9]*-([a-z0-9]+-)*(\{user\}-)?([a-z0-9]+-)*$/,
      'use lower-case letters, digits and {user}, each part with a hyphen after it, for example dev-{user}-',
    )
    .optional(),
  /** What becomes of data with the stacks. Where they stay, the stacks are protected. */
  data: z.enum(['destroy', 'retain']).default('destroy'),
  /** Who manages the key of the bucket and of logs: AWS, or the pipeline's own stack (`kms`). */
  encryption: z.enum(['aws', 'kms']).default('aws'),
  /** Whether runs start by themselves, and whether anybody is told of them. */
  starts: z.boolean().default(true),
  /** Of `pipeline.yaml`, as a JSON merge patch: other sizes, another warehouse. */
  changes: z.record(z.string(), z.unknown()).default({}),
});

const environmentsFields = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/),
  environmentFields,
);

export type Environments = z.output<typeof environmentsFields>;
export type Environment = z.output<typeof environmentFields>;

/**
 * What an app is for that names no environment: tests, and this machine. It
 * belongs to no account, and its names are those of `pipeline.yaml`.
 */
export const NO_ENVIRONMENT: Environment = environmentFields.parse({});

/** @throws Error that names every field that is wrong */
export function parseEnvironments(input: unknown): Environments {
  const { success, data, error } = environmentsFields.safeParse(input ?? {});
  if (!success) {
    throw new Error(
      `environments.yaml is not valid\n${error.issues
        .map(({ path, message }) => `  ${path.join('.')}: ${message}`)
        .join('\n')}`,
    );
  }
  return data;
}

/** The environments of a file; none where there is no such file. */
export const loadEnvironments = (file = 'environments.yaml'): Environments =>
  existsSync(file) ? parseEnvironments(parse(readFileSync(file, 'utf8'))) : {};

/** Who deploys, as a part of a name. */
function userPart(user: string): string {
  const part = user
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, USER_LENGTH);
  if (!part) {
    throw new Error(
      `${JSON.stringify(user)} has no letter or digit for the names of your environment: give another one by --context user=<name>`,
    );
  }
  return part;
}

/**
 * An environment, its prefix written out; NO_ENVIRONMENT where none is named.
 *
 * @throws Error where there is none of that name
 */
export function environmentNamed(
  name: string | undefined,
  environments: Environments,
  user = process.env.USER ?? userInfo().username,
): Environment {
  if (name === undefined) {
    return NO_ENVIRONMENT;
  }
  const environment = new Map(Object.entries(environments)).get(name);
  if (!environment) {
    const names = Object.keys(environments);
    throw new Error(
      `There is no environment ${JSON.stringify(name)}: ${names.length > 0 ? `use ${names.join(', ')}` : 'write it into environments.yaml'}`,
    );
  }
  const { prefix } = environment;
  return {
    ...environment,
    ...(prefix?.includes('{user}') && {
      prefix: prefix.replace('{user}', userPart(user)),
    }),
  };
}

/** The environment that the context value `env` names; the value `user` says who deploys. */
export function environmentOf(node: Node): Environment {
  const context = (key: string): string | undefined => {
    const value: unknown = node.tryGetContext(key);
    return value === undefined ? undefined : String(value);
  };
  return environmentNamed(context('env'), loadEnvironments(), context('user'));
}

/** What every stack of an environment has. */
export const stackPropsOf = ({ account, region, data }: Environment) =>
  ({
    env: { ...(account && { account }), ...(region && { region }) },
    terminationProtection: data === 'retain',
  }) satisfies StackProps;

export const removalPolicyOf = ({ data }: Environment): RemovalPolicy =>
  data === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
