import type { JsonObject, JsonValue } from '@backstage/types';

/** A part of a form that was filled in and not sent. */
export interface DraftPart {
  value: JsonValue;
  /** ISO 8601 */
  savedAt: string;
}

export type Draft = Record<string, DraftPart>;

/**
 * Where the draft of a form is kept in a browser.
 *
 * @param user - entity reference of who fills it in
 * @param template - `namespace/name`
 */
export const draftKey = (user: string, template: string) =>
  `glue-pipelines.draft.${template}.${user}`;

function isPart(kept: unknown): kept is DraftPart {
  const { value, savedAt } = (kept ?? {}) as Partial<DraftPart>;
  return value !== undefined && !Number.isNaN(Date.parse(String(savedAt)));
}

/** The draft that is kept; of what cannot be read there is none. */
export function readDraft(key: string): Draft {
  try {
    const kept: JsonObject = JSON.parse(
      window.localStorage.getItem(key) ?? '{}',
    );
    return Object.fromEntries(
      Object.entries(kept ?? {}).filter(([, part]) => isPart(part)),
    ) as unknown as Draft;
  } catch {
    return {};
  }
}

/** Keeps a part; where the browser has no room or is told to keep nothing, there is no draft. */
export function savePart(
  key: string,
  part: string,
  value: JsonValue,
  savedAt: string = new Date().toISOString(),
): void {
  try {
    const draft = { ...readDraft(key), [part]: { value, savedAt } };
    window.localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // The form works without.
  }
}

export function dropDraft(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // Where nothing can be removed nothing was kept.
  }
}

/** When the parts were last changed of which a page is made. */
export const lastSavedAt = (
  draft: Draft,
  parts: readonly string[],
): string | undefined =>
  parts
    .flatMap(part => draft[part]?.savedAt ?? [])
    .sort()
    .at(-1);
