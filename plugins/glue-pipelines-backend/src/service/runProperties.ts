import { InputError } from '@backstage/errors';
import {
  QUALITY_PROPERTY,
  ROWS_LOADED_PROPERTY,
  SKIPPED_PROPERTY,
} from '@glue-pipelines/backstage-plugin-common';
import {
  MOST_PROPERTIES,
  PROPERTY_KEY_LENGTH,
  PROPERTY_VALUE_LENGTH,
} from '@glue-pipelines/pipeline/run-properties';

/** The run property by which the portal finds a run that it started. */
export const START_KEY_PROPERTY = 'glue-pipelines.io/start';

const OWN_PROPERTIES: readonly string[] = [
  START_KEY_PROPERTY,
  ROWS_LOADED_PROPERTY,
  SKIPPED_PROPERTY,
  QUALITY_PROPERTY,
];

/** Run properties as pages show them: without those that the portal reads or adds itself. */
export function shownProperties(
  properties: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).filter(([key]) => !OWN_PROPERTIES.includes(key)),
  );
}

/**
 * The name and the value of a filter `name=value`; the name ends at the first
 * equals sign.
 * @throws InputError for what is no such filter, or is the portal's own
 */
export function propertyOf(filter: string): [string, string] {
  const at = filter.indexOf('=');
  const name = filter.slice(0, Math.max(0, at));
  if (!name) {
    throw new InputError(
      `property: '${filter.slice(0, 40)}' is not a name and a value such as year=2025`,
    );
  }
  if (OWN_PROPERTIES.includes(name)) {
    throw new InputError(
      `property: '${name}' is the portal's own, and not shown`,
    );
  }
  return [name, filter.slice(at + 1)];
}

/**
 * The run properties of a request, once they are known to be acceptable.
 * @throws InputError naming the property
 */
export function checkRunProperties(
  properties: Record<string, unknown> | undefined,
): Record<string, string> {
  const entries = Object.entries(properties ?? {});
  if (entries.length > MOST_PROPERTIES) {
    throw new InputError(
      `properties: at most ${MOST_PROPERTIES} run properties can be given, not ${entries.length}`,
    );
  }
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (key.length < 1 || key.length > PROPERTY_KEY_LENGTH) {
        throw new InputError(
          `properties: the key '${key.slice(0, 40)}' must have 1 to ${PROPERTY_KEY_LENGTH} characters, not ${key.length}`,
        );
      }
      if (/\p{Cc}/u.test(key)) {
        throw new InputError(
          `properties: the key ${JSON.stringify(key)} must not contain line breaks or other control characters`,
        );
      }
      if (OWN_PROPERTIES.includes(key)) {
        throw new InputError(
          `properties: the key '${key}' is the portal's own. Choose another`,
        );
      }
      if (typeof value !== 'string') {
        throw new InputError(
          `properties.${key}: the value must be a text, not ${value === null ? 'null' : typeof value}`,
        );
      }
      if (value.length > PROPERTY_VALUE_LENGTH) {
        throw new InputError(
          `properties.${key}: the value must have at most ${PROPERTY_VALUE_LENGTH} characters, not ${value.length}`,
        );
      }
      return [key, value];
    }),
  );
}
