import { randomInt } from 'node:crypto';
import { DeployError } from './DeployError';

/** The GenerateSecretString property of AWS::SecretsManager::Secret. */
export interface GenerateSecretString {
  SecretStringTemplate?: string;
  GenerateStringKey?: string;
  /** Characters; 32 unless given. */
  PasswordLength?: number | string;
  ExcludeCharacters?: string;
  ExcludeLowercase?: boolean | string;
  ExcludeUppercase?: boolean | string;
  ExcludeNumbers?: boolean | string;
  ExcludePunctuation?: boolean | string;
  IncludeSpace?: boolean | string;
  /** True unless given. */
  RequireEachIncludedType?: boolean | string;
}

const lowercase = 'abcdefghijklmnopqrstuvwxyz';
const numbers = '0123456789';
// The punctuation that "GetRandomPassword" of the Secrets Manager API lists.
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * The text of a generated secret: the password alone, or the template (a JSON
 * object) with the password under GenerateStringKey. Random by the system's
 * cryptographic source. Throws `DeployError` where the rules leave no choice.
 */
export function generateSecretString(options: GenerateSecretString): string {
  const password = generatePassword(options);
  const { SecretStringTemplate: template, GenerateStringKey: key } = options;
  if (template === undefined && key === undefined) return password;
  if (template === undefined || key === undefined) {
    throw new DeployError(
      'SecretStringTemplate and GenerateStringKey must be given together',
    );
  }
  try {
    return JSON.stringify({ ...JSON.parse(template), [key]: password });
  } catch {
    throw new DeployError('SecretStringTemplate is not a JSON object');
  }
}

function generatePassword(options: GenerateSecretString): string {
  const excluded = new Set(options.ExcludeCharacters ?? '');
  const kinds = [
    isTrue(options.ExcludeLowercase) ? '' : lowercase,
    isTrue(options.ExcludeUppercase) ? '' : lowercase.toUpperCase(),
    isTrue(options.ExcludeNumbers) ? '' : numbers,
    isTrue(options.ExcludePunctuation) ? '' : punctuation,
    isTrue(options.IncludeSpace) ? ' ' : '',
  ]
    .map(kind => [...kind].filter(character => !excluded.has(character)))
    .filter(kind => kind.length > 0);
  const all = kinds.flat();
  const length = Number(options.PasswordLength ?? 32);
  if (all.length === 0) {
    throw new DeployError('GenerateSecretString excludes every character');
  }
  if (!Number.isInteger(length) || length < 1 || length > 4096) {
    throw new DeployError('PasswordLength must be 1 to 4096');
  }
  const requireEach = options.RequireEachIncludedType ?? true;
  const required = isTrue(requireEach) ? kinds.map(pick) : [];
  if (required.length > length) {
    throw new DeployError(
      `a password of ${length} characters cannot have one of each of ${required.length} kinds`,
    );
  }
  const password = [...required];
  while (password.length < length) password.push(pick(all));
  return shuffle(password).join('');
}

function pick(characters: readonly string[]): string {
  return characters[randomInt(characters.length)];
}

function shuffle(characters: string[]): string[] {
  for (let last = characters.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [characters[last], characters[other]] = [
      characters[other],
      characters[last],
    ];
  }
  return characters;
}

/** CloudFormation writes booleans as such or as text. */
function isTrue(value: boolean | string | undefined): boolean {
  return value === true || value === 'true';
}
