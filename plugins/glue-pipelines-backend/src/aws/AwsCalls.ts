import { isError } from '@backstage/errors';
import { CallOutcome } from '@glue-pipelines/backstage-plugin-common';
import { toBackstageError } from './awsErrors';
import { AwsClients, ClientClass } from './AwsClients';
import { CallObserver, outcomeOf } from './callOutcome';
import { GlueLocation } from './GlueApi';
import { OperationName } from './operations';

/** Errors of a signature that AWS does not accept: it did not look at the request. */
const REFUSED_SIGNATURE =
  /^(InvalidSignatureException|SignatureDoesNotMatch|RequestTimeTooSkewed|RequestExpired|AuthFailure)$/;

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
  /** @param observe told of every call */
  constructor(
    private readonly clients: AwsClients,
    private readonly observe: CallObserver = () => {},
  ) {}

  /** For what may be asked twice: retries a few times. */
  reading<C extends Client, T>(
    call: AwsCall<C>,
    send: (client: C) => Promise<T>,
  ): Promise<T> {
    return this.send(call, async () =>
      send(await this.clients.forReading(call.client, call.location)),
    );
  }

  /**
   * For what must not happen twice: never retries. Only what AWS refused
   * unread, because it was signed by a wrong clock, is sent again.
   */
  starting<C extends Client, T>(
    call: AwsCall<C>,
    send: (client: C) => Promise<T>,
  ): Promise<T> {
    return this.send(call, async () => {
      const client = await this.clients.forStarting(call.client, call.location);
      try {
        return await send(client);
      } catch (error) {
        if (!isClockCorrected(error)) {
          throw error;
        }
        return await send(client);
      }
    });
  }

  private async send<C extends Client, T>(
    { location, operation, subject }: AwsCall<C>,
    send: () => Promise<T>,
  ): Promise<T> {
    const { partition, accountId, region } = location;
    const { endpoint } = this.clients;
    const begun = performance.now();
    let outcome: CallOutcome = 'ok';
    try {
      return await send();
    } catch (error) {
      const explained = toBackstageError(error, {
        partition,
        accountId,
        region,
        operation,
        subject,
        endpoint,
      });
      outcome = outcomeOf(explained);
      throw explained;
    } finally {
      const seconds = (performance.now() - begun) / 1000;
      this.observe({ location, operation, outcome, seconds });
    }
  }
}

/** The SDK says so after a refused signature, and signs by AWS's clock from then on. */
function isClockCorrected(error: unknown): boolean {
  return (
    isError(error) &&
    REFUSED_SIGNATURE.test(error.name) &&
    Boolean(
      (error as { $metadata?: { clockSkewCorrected?: boolean } }).$metadata
        ?.clockSkewCorrected,
    )
  );
}
