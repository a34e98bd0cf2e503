import {
  SECRET_NAME,
  SECRET_VALUE,
} from '@glue-pipelines/pipeline/run-properties';

/** In place of what is secret. */
export const HIDDEN = '***';

const SHOWN_LENGTH = 200;

/** Run properties for the audit log. Secrets are forbidden in them, which does not mean that there are none. */
export function redactProperties(
  properties: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      SECRET_NAME.test(name) || SECRET_VALUE.some(secret => secret.test(value))
        ? HIDDEN
        : value.slice(0, SHOWN_LENGTH),
    ]),
  );
}
