// Characters that XML 1.0 cannot carry, not even escaped.
// eslint-disable-next-line no-control-regex -- these are what has to go
const unrepresentable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Escapes text for an XML element or attribute. */
export function escapeXml(text: string): string {
  return text
    .replace(unrepresentable, '\ufffd')
    .replace(/[&<>"']/g, character => entities[character]);
}

/**
 * Writes the members of a structure as XML elements, in the way of the AWS
 * query protocol: timestamps in ISO 8601, maps are not used by the services
 * served here, lists wrap their members in an element of their own.
 */
export function writeXmlMembers(
  structure: Record<string, unknown>,
  listMembers: Readonly<Record<string, string>> = {},
): string {
  return Object.entries(structure)
    .map(([name, value]) => writeElement(name, value, listMembers))
    .join('');
}

function writeElement(
  name: string,
  value: unknown,
  listMembers: Readonly<Record<string, string>>,
): string {
  if (value === undefined || value === null) return '';
  return `<${name}>${writeContent(name, value, listMembers)}</${name}>`;
}

function writeContent(
  name: string,
  value: unknown,
  listMembers: Readonly<Record<string, string>>,
): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    const member = listMembers[name] ?? 'member';
    return value.map(item => writeElement(member, item, listMembers)).join('');
  }
  if (typeof value === 'object') {
    return writeXmlMembers(value as Record<string, unknown>, listMembers);
  }
  return escapeXml(String(value));
}
