import type { EventsContext } from '../context';
import { AwsError } from '../../../base/AwsError';
import {
  document,
  list,
  Shape,
  string,
  structure,
} from '../../../protocol/shape';
import { unsupported } from '../errors';
import { eventBus, eventsOperation, ruleName, targetId } from '../operation';
import { requireRule } from '../requireRule';
import { StoredTarget } from '../RuleStore';

type Input = {
  Rule: string;
  Targets: (StoredTarget & { [member: string]: unknown })[];
};

/** What other kinds of targets need, and what a workflow is not told: it only learns the event's id. */
const unsupportedMembers = [
  'AppSyncParameters',
  'BatchParameters',
  'DeadLetterConfig',
  'EcsParameters',
  'HttpParameters',
  'Input',
  'InputPath',
  'InputTransformer',
  'KinesisParameters',
  'RedshiftDataParameters',
  'RunCommandParameters',
  'SageMakerPipelineParameters',
  'SqsParameters',
];

/** "Each rule can have up to five (5) targets" (PutTargets, Amazon EventBridge API Reference). */
const maxTargets = 5;

/** A delivery takes place at once or not at all, so that a RetryPolicy is kept and has no effect. */
export const PutTargets = eventsOperation<Input, object>({
  name: 'PutTargets',
  input: structure(
    {
      Rule: ruleName,
      Targets: list(
        structure(
          { Id: targetId, Arn: string({ min: 1, max: 1600 }) },
          {
            RoleArn: string({ min: 1, max: 1600 }),
            RetryPolicy: document(),
            ...Object.fromEntries(
              unsupportedMembers.map((name): [string, Shape] => [
                name,
                document(),
              ]),
            ),
          },
        ),
        { min: 1, max: 100 },
      ),
    },
    { EventBusName: eventBus },
  ),
  handle({ Rule, Targets }, context) {
    requireRule(context, Rule);
    Targets.forEach(target => checkTarget(target, context));
    const { rules } = context;
    const ids = [...rules.targets(Rule), ...Targets].map(({ Id }) => Id);
    if (new Set(ids).size > maxTargets) {
      throw new AwsError(
        'LimitExceededException',
        `The requested resource exceeds the maximum number allowed: a rule has up to ${maxTargets} targets.`,
      );
    }
    rules.putTargets(Rule, Targets);
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
});

function checkTarget(
  target: Input['Targets'][number],
  context: EventsContext,
): void {
  const { Id, Arn } = target;
  if (context.workflows.nameOf(Arn) === undefined) {
    const service = Arn.split(':')[2];
    throw unsupported(
      `${service ? `targets of the service "${service}", such as ` : 'the target '}${Arn}`,
      `A rule can start Glue workflows: arn:aws:glue:${context.region}:${context.accountId}:workflow/<name>.`,
    );
  }
  const member = unsupportedMembers.find(name => target[name] !== undefined);
  if (member) {
    throw unsupported(
      `${member} (target ${Id})`,
      'A workflow is told the id of the event and nothing else.',
    );
  }
}
