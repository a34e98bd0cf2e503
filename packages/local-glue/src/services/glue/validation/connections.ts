import { description, name } from './common';
import {
  boolean,
  document,
  list,
  map,
  oneOf,
  string,
  structure,
} from '../../../protocol/shape';

const properties = map(
  string({ min: 1, max: 128 }),
  string({ min: 1, max: 2048 }),
);

export const connectionInput = structure(
  {
    Name: name,
    // Dozens of SaaS products, and more with every release: any name is kept.
    ConnectionType: string({ min: 1 }),
    ConnectionProperties: map(
      string(),
      string({ min: 1, max: 1024, sensitive: true }),
      {
        max: 100,
      },
    ),
  },
  {
    Description: description,
    MatchCriteria: list(name, { max: 10 }),
    SparkProperties: properties,
    AthenaProperties: properties,
    PythonProperties: properties,
    PhysicalConnectionRequirements: structure(
      {},
      {
        SubnetId: name,
        SecurityGroupIdList: list(name, { max: 50 }),
        AvailabilityZone: name,
      },
    ),
    AuthenticationConfiguration: structure(
      {},
      {
        AuthenticationType: oneOf('BASIC', 'OAUTH2', 'CUSTOM', 'IAM'),
        OAuth2Properties: document(),
        SecretArn: string({
          pattern: {
            expression:
              /^arn:aws(-(cn|us-gov|iso(-[bef])?))?:secretsmanager:.*$/,
            says: 'must be the ARN of a secret in Secrets Manager',
          },
        }),
        KmsKeyArn: string({
          pattern: {
            expression: /^$|^arn:aws[a-z0-9-]*:kms:.*$/,
            says: 'must be the ARN of a key in AWS KMS',
          },
        }),
        BasicAuthenticationCredentials: document(),
        CustomAuthenticationCredentials: document(),
      },
    ),
    ValidateCredentials: boolean(),
    ValidateForComputeEnvironments: list(oneOf('SPARK', 'ATHENA', 'PYTHON')),
  },
);
