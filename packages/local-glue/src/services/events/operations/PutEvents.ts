import type { EventsContext } from '../context';
import { AwsError } from '../../../base/AwsError';
import { list, string, structure, timestamp } from '../../../protocol/shape';
import { unsupported } from '../errors';
import { checkBus, eventBus, eventsOperation } from '../operation';
import { isStructure } from '../pattern/matchers';

interface Entry {
  Time?: Date;
  Source?: string;
  Resources?: string[];
  DetailType?: string;
  Detail?: string;
  EventBusName?: string;
}

/** Bytes of all entries together (PutEvents, Amazon EventBridge API Reference). */
const maxBytes = 1024 ** 2;

/** An entry that is not right fails by itself: the answer has its error in its place. */
export const PutEvents = eventsOperation<
  { Entries: Entry[]; EndpointId?: string },
  object
>({
  name: 'PutEvents',
  input: structure(
    {
      Entries: list(
        structure(
          {},
          {
            Time: timestamp(),
            Source: string(),
            Resources: list(string({ max: 2048 })),
            DetailType: string(),
            Detail: string(),
            EventBusName: eventBus,
            TraceHeader: string({ min: 1, max: 500 }),
          },
        ),
        { min: 1, max: 10 },
      ),
    },
    { EndpointId: string({ min: 1, max: 50 }) },
  ),
  handle({ Entries, EndpointId }, context) {
    if (EndpointId) {
      throw unsupported('global endpoints', 'Leave EndpointId out.');
    }
    if (Buffer.byteLength(JSON.stringify(Entries)) > maxBytes) {
      throw new AwsError(
        'ValidationException',
        'Total size of the entries in the request is over the limit.',
      );
    }
    const answers = Entries.map(entry => putEvent(entry, context));
    return {
      FailedEntryCount: answers.filter(answer => 'ErrorCode' in answer).length,
      Entries: answers,
    };
  },
});

function putEvent(
  entry: Entry,
  context: EventsContext,
): { EventId: string } | { ErrorCode: string; ErrorMessage: string } {
  const { Source, DetailType, Detail } = entry;
  for (const [name, value] of Object.entries({ Source, DetailType, Detail })) {
    if (!value) {
      return {
        ErrorCode: 'InvalidArgument',
        ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
      };
    }
  }
  // AWS's services alone send these ("Source", PutEventsRequestEntry).
  if (Source!.startsWith('aws.')) {
    return {
      ErrorCode: 'NotAuthorizedForSourceException',
      ErrorMessage: 'Not authorized for the source.',
    };
  }
  const detail = readDetail(Detail!);
  if (!detail) {
    return {
      ErrorCode: 'MalformedDetail',
      ErrorMessage: 'Detail is malformed.',
    };
  }
  try {
    checkBus(entry.EventBusName, context);
  } catch (error) {
    const { code, message } = error as AwsError;
    return { ErrorCode: code, ErrorMessage: message };
  }
  return {
    EventId: context.bus.send({
      source: Source!,
      detailType: DetailType!,
      time: entry.Time ?? new Date(),
      resources: entry.Resources ?? [],
      detail,
    }),
  };
}

function readDetail(text: string): Record<string, unknown> | undefined {
  try {
    const detail = JSON.parse(text);
    return isStructure(detail) ? detail : undefined;
  } catch {
    return undefined;
  }
}
