/** The keys that went, and the tags that came or have another value. */
export function tagChanges(
  before: Readonly<Record<string, string>> = {},
  now: Readonly<Record<string, string>> = {},
): { gone: string[]; added: Record<string, string> } {
  return {
    gone: Object.keys(before).filter(key => !Object.hasOwn(now, key)),
    added: Object.fromEntries(
      Object.entries(now).filter(([key, value]) => before[key] !== value),
    ),
  };
}
