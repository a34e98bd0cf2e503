/** A field of a form by the names and positions that lead to it. */
export type FieldPath = readonly (string | number)[];

/** A schema of a form's field. */
export interface FormSchema {
  [keyword: string]: unknown;
  title?: string;
  properties?: Record<string, FormSchema>;
  items?: FormSchema;
  enum?: readonly unknown[];
  enumNames?: readonly string[];
  dependencies?: Record<string, { oneOf?: readonly FormSchema[] }>;
}

/** `sources[0].uri` as `['sources', 0, 'uri']`. */
export const fieldPathOf = (field: string): FieldPath =>
  (field.match(/[^.[\]]+/g) ?? []).map(key =>
    /^\d+$/.test(key) ? Number(key) : key,
  );

export const valueAt = (value: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (found, key) => (found as Record<string, unknown> | undefined)?.[key],
    value,
  );

/** The alternatives of a schema that a value chooses, which hold more fields. */
function chosen(schema: FormSchema, value: unknown): FormSchema[] {
  return Object.entries(schema.dependencies ?? {}).flatMap(
    ([chooser, { oneOf = [] }]) =>
      oneOf.filter(branch =>
        branch.properties?.[chooser]?.enum?.includes(valueAt(value, [chooser])),
      ),
  );
}

function memberOf(
  schema: FormSchema,
  key: string,
  value: unknown,
): FormSchema | undefined {
  const own = schema.properties?.[key];
  if (own) {
    return own;
  }
  for (const branch of chosen(schema, value)) {
    const member = memberOf(branch, key, value);
    if (member) {
      return member;
    }
  }
  return undefined;
}

/** What people call the kind of a step or of a rule. */
function kindOf(item: FormSchema, value: unknown): string | undefined {
  const { enum: kinds = [], enumNames = [] } = item.properties?.kind ?? {};
  return enumNames[kinds.indexOf(valueAt(value, ['kind']))];
}

/**
 * A place within a part of a form in the words of its fields, for example
 * `1 (Join a source), Keys 1, Column of this source`; empty for the whole part.
 *
 * @param value - the value of the part
 */
export function placeWords(
  schema: FormSchema,
  path: FieldPath,
  value: unknown,
): string {
  const words: string[] = [];
  let at: FormSchema | undefined = schema;
  let found = value;
  for (const key of path) {
    const inner: unknown = valueAt(found, [key]);
    if (typeof key === 'number') {
      at = at?.items;
      const kind: string | undefined = at && kindOf(at, inner);
      const position = `${key + 1}${kind ? ` (${kind})` : ''}`;
      const list = words.pop();
      words.push(list ? `${list} ${position}` : position);
    } else {
      at = at && memberOf(at, key, found);
      words.push(at?.title ?? key);
    }
    found = inner;
  }
  return words.join(', ');
}
