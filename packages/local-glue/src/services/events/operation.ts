import type { EventsContext } from './context';
import { AwsError } from '../../base/AwsError';
import type { Account } from '../../base/Account';
import { Declaration, operationOf } from '../../protocol/operation';
import { integer, Shape, string, structure } from '../../protocol/shape';

const declare = operationOf<EventsContext>();

/**
 * Declares an operation of EventBridge. Where the input names an event bus, it
 * is the default one: ResourceNotFoundException otherwise.
 */
export function eventsOperation<Input, Output>({
  handle,
  ...declaration
}: Declaration<EventsContext, Input, Output>): Declaration<EventsContext> {
  return declare<Input, Output>({
    ...declaration,
    handle(input, context) {
      checkBus((input as { EventBusName?: string }).EventBusName, context);
      return handle(input, context);
    },
  });
}

export function checkBus(
  name: string | undefined,
  { region, accountId }: Account,
): void {
  const arn = `arn:aws:events:${region}:${accountId}:event-bus/default`;
  if (name === undefined || name === 'default' || name === arn) return;
  throw new AwsError(
    'ResourceNotFoundException',
    `Event bus ${name} does not exist. local-glue has the default event bus only.`,
  );
}

export function ruleArn({ region, accountId }: Account, name: string): string {
  return `arn:aws:events:${region}:${accountId}:rule/${name}`;
}

const identifier = {
  expression: /^[.\-_A-Za-z0-9]+$/,
  says: 'has letters, digits, ".", "-" and "_"',
};

/** RuleName */
export const ruleName = string({ min: 1, max: 64, pattern: identifier });

/** TargetId */
export const targetId = string({ min: 1, max: 64, pattern: identifier });

/** EventBusNameOrArn */
export const eventBus: Shape = string({
  min: 1,
  max: 1600,
  pattern: {
    expression:
      /^(arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?[/.\-_A-Za-z0-9]+$/,
    says: 'is the name or the ARN of an event bus',
  },
});

/** NextToken and Limit. */
export const paging = {
  NextToken: string({ min: 1, max: 2048 }),
  Limit: integer({ min: 1, max: 100 }),
};

export const byRuleName = structure(
  { Name: ruleName },
  { EventBusName: eventBus },
);
