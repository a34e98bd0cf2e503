import { DeployError } from './DeployError';
import { AssemblyStack } from './CloudAssembly';

/** The version of the bootstrap stack that this machine's asset bucket stands for. */
const bootstrapVersion = '32';

const ssmType = /^AWS::SSM::Parameter::Value</;

/** The pseudo parameters of a stack, but for `AWS::NoValue`. */
export function pseudoParameters(
  stack: string,
  place: { accountId: string; region: string },
): Record<string, string> {
  const { accountId, region } = place;
  return {
    'AWS::AccountId': accountId,
    'AWS::Region': region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stack}/local-glue`,
  };
}

/**
 * The values of a template's parameters: what the app gives, or the defaults.
 * Of the parameter store only the CDK's bootstrap version exists here. Throws
 * `DeployError` that names a parameter without a value.
 */
export function stackParameters(stack: AssemblyStack): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, parameter] of Object.entries(
    stack.template.Parameters ?? {},
  )) {
    const value = stack.parameters[name] ?? parameter.Default;
    if (value === undefined) {
      throw new DeployError(
        `the parameter ${name} has no default; give it a value in the app`,
        { stack: stack.name },
      );
    }
    if (ssmType.test(parameter.Type)) {
      if (!/^\/cdk-bootstrap\/[^/]+\/version$/.test(String(value))) {
        throw new DeployError(
          `the parameter ${name} reads ${value} from the parameter store, of which local-glue has none`,
          { stack: stack.name },
        );
      }
      values[name] = bootstrapVersion;
    } else if (/^(CommaDelimitedList|List<)/.test(parameter.Type)) {
      values[name] = String(value)
        .split(',')
        .map(item => item.trim());
    } else {
      values[name] = value;
    }
  }
  return values;
}
