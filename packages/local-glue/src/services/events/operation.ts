import { AwsError } from '../../base/AwsError';
import { Operation } from '../../protocol/operation';
import { ServerContext } from '../../server/context';
import {
  integer,
  Shape,
  string,
  structure,
  StructureShape,
} from '../../protocol/shape';
import { validate, Validated } from '../../protocol/validate';

export interface EventsOperation<Input = any, Output = any> extends Operation<
  Input,
  Output
> {
  readonly input: StructureShape;
}

/**
 * Declares an operation of EventBridge. `handle` sees only input that
 * satisfies `input`. Where the input names an event bus, it is the default
 * one: ResourceNotFoundException otherwise.
 */
export function eventsOperation<Input, Output>(definition: {
  name: string;
  input: StructureShape;
  handle(
    input: Validated<Input>,
    context: ServerContext,
  ): Output | Promise<Output>;
}): EventsOperation<Input, Output> {
  return {
    name: definition.name,
    input: definition.input,
    handle(input, context) {
      const valid = validate<Input>(definition.input, input);
      checkBus((valid as { EventBusName?: string }).EventBusName, context);
      return definition.handle(valid, context);
    },
  };
}

export function checkBus(
  name: string | undefined,
  { region, accountId }: ServerContext,
): void {
  const arn = `arn:aws:events:${region}:${accountId}:event-bus/default`;
  if (name === undefined || name === 'default' || name === arn) return;
  throw new AwsError(
    'ResourceNotFoundException',
    `Event bus ${name} does not exist. local-glue has the default event bus only.`,
  );
}

export function ruleArn(
  { region, accountId }: ServerContext,
  name: string,
): string {
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
