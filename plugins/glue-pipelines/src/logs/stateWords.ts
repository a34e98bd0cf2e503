import { MOST_LINES } from './readLog';

/** What there is to say of a log as a whole. */
export function stateWords(state: {
  loading: boolean;
  count: number;
  search: string;
  complete?: boolean;
  emptyBecause?: string;
}): string {
  const { loading, count, search, complete, emptyBecause } = state;
  if (count === 0) {
    if (loading) {
      return 'Reading…';
    }
    return search
      ? `No line contains “${search}”.`
      : (emptyBecause ?? 'Nothing has been written yet.');
  }
  const lines = `${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'}`;
  if (search) {
    return `${lines} with “${search}”.`;
  }
  if (count >= MOST_LINES) {
    return `${lines}, which is as many as are shown at once.`;
  }
  return complete ? `${lines}.` : `${lines}. New ones follow by themselves.`;
}
