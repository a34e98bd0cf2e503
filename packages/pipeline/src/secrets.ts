/**
 * Names of what is secret.
 *
 * @public
 */
export const SECRET_NAME =
  /passw|passphrase|pwd|secret|token|credential|auth|(api|access|private|encryption)[-_. ]?key/i;

/**
 * Secrets that show by themselves, wherever they are in a text.
 *
 * @public
 */
export const SECRET_IN_TEXT = [
  // Access key ids ("IAM identifiers", AWS IAM User Guide).
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  // JSON Web Tokens, and tokens of GitHub and GitLab.
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/,
  /\b(gh[a-z]_|github_pat_|glpat-)\w+/,
  // A user's password inside a URL.
  /:\/\/[^/\s:@]*:[^/\s@]+@/,
];

/**
 * Values that are secrets as a whole.
 *
 * @public
 */
export const SECRET_VALUE = [
  ...SECRET_IN_TEXT,
  // Secret access keys.
  /^[A-Za-z0-9/+]{40}$/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];
