import { invalidInput } from '../errors';

/**
 * Compiles the Expression of GetTables, "a regular expression pattern" that
 * names match as a whole (AWS Glue API reference). Where a `*` could repeat
 * nothing or follows a character of names, it stands for any characters:
 * `sales_*`, `*_raw`. Glue does not document that, but clients depend on it
 * (the name_prefix, name_suffix and name_contains of AWS SDK for pandas).
 *
 * @throws AwsError InvalidInputException
 */
export function nameFilter(expression: string): (name: string) => boolean {
  const regular = expression.replace(
    /\\.|(^|[\w|(-])\*/g,
    (match, before: string | undefined) =>
      before === undefined ? match : `${before}.*`,
  );
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^(?:${regular})$`, 'i');
  } catch (error) {
    throw invalidInput(
      `Value at 'Expression' is not valid: ${
        (error as Error).message
      }. Write a regular expression, such as sales_.*`,
    );
  }
  return name => pattern.test(name);
}
