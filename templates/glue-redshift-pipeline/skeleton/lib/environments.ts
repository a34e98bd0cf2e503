import { type App, RemovalPolicy } from 'aws-cdk-lib';

/** What an environment does with data when its stacks go. */
export interface Environment {
  /** What becomes of the bucket and the warehouse's data with their stack. */
  removalPolicy: RemovalPolicy;
  /** Whether a stack must first be unprotected to be destroyed. */
  terminationProtection: boolean;
}

const ENVIRONMENTS: Record<string, Environment> = {
  development: {
    removalPolicy: RemovalPolicy.DESTROY,
    terminationProtection: false,
  },
  production: {
    removalPolicy: RemovalPolicy.RETAIN,
    terminationProtection: true,
  },
};

/** The environment that cdk.json, or `-c environment=...`, names. */
export function environmentOf(app: App): Environment {
  const name = String(app.node.tryGetContext('environment') ?? 'development');
  const environment = new Map(Object.entries(ENVIRONMENTS)).get(name);
  if (!environment) {
    throw new Error(
      `The context value environment is ${JSON.stringify(name)}: use ${Object.keys(ENVIRONMENTS).join(' or ')}`,
    );
  }
  return environment;
}
