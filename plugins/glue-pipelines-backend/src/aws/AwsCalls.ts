import { toBackstageError } from './awsErrors';
import { AwsClients, ClientClass } from './AwsClients';
import { GlueLocation } from './GlueApi';
import { OperationName } from './operations';

type Client = { destroy(): void };

/** Whom a call asks, for what. */
export interface AwsCall<C extends Client> {
  client: ClientClass<C>;
  location: GlueLocation;
  operation: OperationName;
  /** What is asked for, e.g. `workflow 'covid-hiring'`. */
  subject: string;
}

/** Calls AWS; every call throws errors of `@backstage/errors` whose messages are for a person. */
export class AwsCalls {
  constructor(private readonly clients: AwsClients) {}

  /** For what may be asked twice: retries a few times. */
  reading<C extends Client, T>(
    call: AwsCall<C>,
    send: (client: C) => Promise<T>,
  ): Promise<T> {
    return this.send(call, async () =>
      send(await this.clients.forReading(call.client, call.location)),
    );
  }

  /** For what must not happen twice: never retries. */
  starting<C extends Client, T>(
    call: AwsCall<C>,
    send: (client: C) => Promise<T>,
  ): Promise<T> {
    return this.send(call, async () =>
      send(await this.clients.forStarting(call.client, call.location)),
    );
  }

  private async send<C extends Client, T>(
    { location, operation, subject }: AwsCall<C>,
    send: () => Promise<T>,
  ): Promise<T> {
    const { partition, accountId, region } = location;
    const { endpoint } = this.clients;
    try {
      return await send();
    } catch (error) {
      throw toBackstageError(error, {
        partition,
        accountId,
        region,
        operation,
        subject,
        endpoint,
      });
    }
  }
}
