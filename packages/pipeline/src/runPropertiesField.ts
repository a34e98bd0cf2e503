import { z } from 'zod';
import { noTemplateSyntax, oneLine } from './oneLine';
import { firstProblem } from './rule';
import {
  MOST_PROPERTIES,
  PROPERTY_KEY_LENGTH,
  PROPERTY_VALUE_LENGTH,
  SECRET_NAME,
  SECRET_VALUE,
} from './runProperties';

function problemOf(name: string, value: string): string | undefined {
  if (name.length < 1 || name.length > PROPERTY_KEY_LENGTH) {
    return `has a name of ${name.length} characters: use 1 to ${PROPERTY_KEY_LENGTH}`;
  }
  if (/^(glue-pipelines\.io\/|aws:)/.test(name)) {
    return 'has a name of those that the portal and AWS keep for themselves: choose another';
  }
  if (
    SECRET_NAME.test(name) ||
    SECRET_VALUE.some(secret => secret.test(value))
  ) {
    return 'looks like a secret, and run properties are stored and shown: keep it in Secrets Manager';
  }
  if (value.length > PROPERTY_VALUE_LENGTH) {
    return `has ${value.length} characters: use at most ${PROPERTY_VALUE_LENGTH}`;
  }
  return (
    firstProblem(name, [oneLine, noTemplateSyntax]) ??
    firstProblem(value, [oneLine, noTemplateSyntax])
  );
}

/** Properties that every run has, unless whoever starts it says otherwise. */
export const runPropertiesField = z
  .record(
    z.string(),
    z.string('must be text: write the value in quotes, for example "2026"'),
  )
  .superRefine((properties, context) => {
    if (Object.keys(properties).length > MOST_PROPERTIES) {
      context.addIssue({
        code: 'custom',
        message: `has more than ${MOST_PROPERTIES} properties: remove some`,
      });
    }
    for (const [name, value] of Object.entries(properties)) {
      const message = problemOf(name, value);
      if (message) {
        context.addIssue({ code: 'custom', path: [name], message });
      }
    }
  })
  .optional()
  .describe(
    'Properties that each run of the workflow begins with. Who starts a run may give others. Never secrets: they are stored and shown.',
  );
