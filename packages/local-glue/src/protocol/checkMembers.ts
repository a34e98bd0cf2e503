import { AwsError } from '../base/AwsError';

type Kind = 'string' | 'number' | 'boolean' | 'list' | 'structure';

/** The members of an operation's input, each by its type; a `!` behind it makes it required. */
export type Members = Readonly<Record<string, Kind | `${Kind}!`>>;

/**
 * Throws a ValidationException (or what `code` says) that names the first
 * member that is missing, empty or of another type. Other members pass.
 */
export function checkMembers(
  input: Record<string, unknown>,
  members: Members,
  code: string = 'ValidationException',
): void {
  for (const [name, kind] of Object.entries(members)) {
    const value = input[name];
    const isMissing = value === undefined || value === null || value === '';
    if (isMissing) {
      if (!kind.endsWith('!')) continue;
      throw new AwsError(code, `The member ${name} is required.`);
    }
    const expected = kind.replace('!', '');
    if (kindOf(value) !== expected) {
      throw new AwsError(
        code,
        `The member ${name} must be a ${expected}, not a ${kindOf(value)}.`,
      );
    }
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'structure' : typeof value;
}
