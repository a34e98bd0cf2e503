/**
 * The filter pattern that finds a text as it stands: quoted, so that no
 * character of it is syntax ("Filter pattern syntax", Amazon CloudWatch Logs
 * User Guide).
 */
export function searchPattern(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
