import type {
  AuthenticationConfigurationInput,
  Connection,
  ConnectionInput,
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

/** @param hidePassword - leave the password out (GetConnection, HidePassword) */
export function connectionOutput(
  connection: StoredConnection,
  hidePassword: boolean = false,
): Connection {
  if (!hidePassword) return connection;
  const { PASSWORD: _password, ...ConnectionProperties } =
    connection.ConnectionProperties ?? {};
  return { ...connection, ConnectionProperties };
}
