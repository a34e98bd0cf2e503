/** A Hive type, as far as crawlers look into it. */
export type HiveType =
  | { kind: 'simple'; name: string }
  | { kind: 'array'; of: HiveType }
  | { kind: 'struct'; members: HiveMember[] };

export interface HiveMember {
  name: string;
  type: HiveType;
}

/** Reads `struct<a:int,b:array<string>>`; what it does not know, maps for example, stays one text. */
export function parseHiveType(text: string): HiveType {
  const inner = /^(array|struct)<([^]*)>$/.exec(text);
  if (!inner) return { kind: 'simple', name: text };
  const [, kind, content] = inner;
  if (kind === 'array') return { kind, of: parseHiveType(content) };
  const texts = splitMembers(content);
  if (!texts.every(member => member.includes(':'))) {
    return { kind: 'simple', name: text };
  }
  const members = texts.map(member => {
    const colon = member.indexOf(':');
    return {
      name: member.slice(0, colon),
      type: parseHiveType(member.slice(colon + 1)),
    };
  });
  return { kind: 'struct', members };
}

/** At the commas that are not inside of a member's own type. */
function splitMembers(content: string): string[] {
  const members: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < content.length; index++) {
    const character = content[index];
    if (character === '<' || character === '(') depth++;
    else if (character === '>' || character === ')') depth--;
    else if (character === ',' && depth === 0) {
      members.push(content.slice(start, index));
      start = index + 1;
    }
  }
  return [...members, content.slice(start)];
}

export function formatHiveType(type: HiveType): string {
  switch (type.kind) {
    case 'array':
      return `array<${formatHiveType(type.of)}>`;
    case 'struct': {
      const members = type.members.map(
        member => `${member.name}:${formatHiveType(member.type)}`,
      );
      return `struct<${members.join(',')}>`;
    }
    default:
      return type.name;
  }
}

/** The members of both in the order of their first appearance; `merge` decides about those that both have. */
export function mergeMembers(
  a: readonly HiveMember[],
  b: readonly HiveMember[],
  merge: (a: HiveType, b: HiveType) => HiveType,
): HiveMember[] {
  const merged = new Map(a.map(member => [member.name.toLowerCase(), member]));
  for (const member of b) {
    const key = member.name.toLowerCase();
    const known = merged.get(key);
    merged.set(
      key,
      known
        ? { name: known.name, type: merge(known.type, member.type) }
        : member,
    );
  }
  return [...merged.values()];
}
