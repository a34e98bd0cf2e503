import { AwsError } from '../../../base/AwsError';
import { string, structure } from '../../../protocol/shape';
import { eventsOperation } from '../operation';
import { readEventPattern } from '../pattern/eventPattern';
import { isStructure } from '../pattern/matchers';

/** Mandatory by the API reference's Event parameter. */
const fields = [
  'id',
  'account',
  'source',
  'time',
  'region',
  'resources',
  'detail-type',
];

export const TestEventPattern = eventsOperation<
  { EventPattern: string; Event: string },
  { Result: boolean }
>({
  name: 'TestEventPattern',
  input: structure({ EventPattern: string({ max: 4096 }), Event: string() }),
  handle({ EventPattern, Event }) {
    const matches = readEventPattern(EventPattern);
    let event: unknown;
    try {
      event = JSON.parse(Event);
    } catch {
      // Told below like everything else that is no event.
    }
    if (!isStructure(event)) {
      throw new AwsError(
        'ValidationException',
        'Parameter Event is not valid. Reason: it is not a JSON object.',
      );
    }
    const present = event;
    const missing = fields.find(name => present[name] === undefined);
    if (missing) {
      throw new AwsError(
        'ValidationException',
        `Parameter Event is not valid. Reason: it has no "${missing}".`,
      );
    }
    return { Result: matches(event) };
  },
});
