/** A view of the fleet with a name. */
export type SavedView = {
  name: string;
  /** The query of its address, e.g. `owner=group%3Adefault%2Fsales&tile=late`. */
  query: string;
};

/** Letters of a name. */
export const LONGEST_NAME = 60;

/** Reads what is stored; whatever is no view counts as absent. */
export function readViews(stored: unknown): SavedView[] {
  return Array.isArray(stored) ? stored.filter(isView) : [];
}

function isView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { name, query } = value as Partial<SavedView>;
  return typeof name === 'string' && typeof query === 'string';
}

/** With one more, in the order of their names; one of the same name is replaced. */
export function withView(views: SavedView[], view: SavedView): SavedView[] {
  return [...withoutView(views, view.name), view].sort((a, b) =>
    a.name.localeCompare(b.name),
  );
}

/** Without the one of this name. */
export function withoutView(views: SavedView[], name: string): SavedView[] {
  return views.filter(view => view.name !== name);
}
