const SECRET_NAME =
  /passw|passphrase|pwd|secret|token|credential|auth|(api|access|private|encryption)[-_. ]?key/i;
const SECRET_VALUE = [
  // Access key ids ("IAM identifiers", AWS IAM User Guide) and secret access keys.
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /^[A-Za-z0-9/+]{40}$/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  // JSON Web Tokens, and tokens of GitHub and GitLab.
  /\beyJ[\w-]+\.[\w-]+\./,
  /\b(gh[a-z]_|github_pat_|glpat-)\w+/,
  // A user's password inside a URL.
  /:\/\/[^/\s:@]*:[^/\s@]+@/,
];
const SHOWN_LENGTH = 200;

/** Run properties for the audit log. Secrets are forbidden in them, which does not mean that there are none. */
export function redactProperties(
  properties: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      SECRET_NAME.test(name) || SECRET_VALUE.some(secret => secret.test(value))
        ? '***'
        : value.slice(0, SHOWN_LENGTH),
    ]),
  );
}
