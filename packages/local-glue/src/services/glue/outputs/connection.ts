import type {
  AuthenticationConfigurationInput,
  Connection,
  ConnectionInput,
  GetConnectionRequest,
} from '@aws-sdk/client-glue';
import type { StoredConnection } from '../store/definitions';

type ConnectionDefinition = Omit<
  ConnectionInput,
  'Name' | 'ConnectionType' | 'ConnectionProperties'
> & {
  Name: string;
  ConnectionType: NonNullable<ConnectionInput['ConnectionType']>;
  ConnectionProperties: NonNullable<ConnectionInput['ConnectionProperties']>;
};

/** The connection that an input describes. Nothing is connected to. */
export function connectionDefinition(
  input: ConnectionDefinition,
  creationTime: Date,
  now: Date,
): StoredConnection {
  const {
    AuthenticationConfiguration,
    ValidateCredentials: _credentials,
    ValidateForComputeEnvironments: _environments,
    ...definition
  } = input;
  return {
    ...definition,
    CreationTime: creationTime,
    LastUpdatedTime: now,
    LastUpdatedBy: 'local-glue',
    AuthenticationConfiguration: withoutCredentials(
      AuthenticationConfiguration,
    ),
    Status: 'READY',
    ConnectionSchemaVersion: 1,
  };
}

/** Glue keeps credentials in a secret and answers with its ARN only. */
function withoutCredentials(
  configuration: AuthenticationConfigurationInput | undefined,
): StoredConnection['AuthenticationConfiguration'] {
  if (!configuration) return undefined;
  const { OAuth2Properties: oauth } = configuration;
  return {
    AuthenticationType: configuration.AuthenticationType,
    SecretArn: configuration.SecretArn,
    KmsKeyArn: configuration.KmsKeyArn,
    OAuth2Properties: oauth && {
      OAuth2GrantType: oauth.OAuth2GrantType,
      OAuth2ClientApplication: oauth.OAuth2ClientApplication,
      TokenUrl: oauth.TokenUrl,
      TokenUrlParametersMap: oauth.TokenUrlParametersMap,
    },
  };
}

/** Properties that are for one environment only, and come before the others there. */
const OVERRIDES = {
  SPARK: 'SparkProperties',
  ATHENA: 'AthenaProperties',
  PYTHON: 'PythonProperties',
} as const;

/**
 * A connection as GetConnection answers it.
 *
 * @param options.HidePassword - leave the password out
 * @param options.ApplyOverrideForComputeEnvironment - how the properties for
 *   one environment are applied is not documented: here they replace
 *   ConnectionProperties of the same name
 */
export function connectionOutput(
  connection: StoredConnection,
  options: Pick<
    GetConnectionRequest,
    'HidePassword' | 'ApplyOverrideForComputeEnvironment'
  >,
): Connection {
  const environment = options.ApplyOverrideForComputeEnvironment;
  const ConnectionProperties: NonNullable<Connection['ConnectionProperties']> =
    {
      ...connection.ConnectionProperties,
      ...(environment && connection[OVERRIDES[environment]]),
    };
  if (options.HidePassword) delete ConnectionProperties.PASSWORD;
  return { ...connection, ConnectionProperties };
}
