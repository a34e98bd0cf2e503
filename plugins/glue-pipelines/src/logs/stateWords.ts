import { EmptyLog } from '@glue-pipelines/backstage-plugin-common';
import { formatNumber } from '../translation/formatNumber';
import { Texts } from '../translation/ref';
import { MOST_LINES } from './readLog';

/** What there is to say of a log as a whole. */
export function stateWords(
  t: Texts,
  state: {
    loading: boolean;
    count: number;
    search: string;
    complete?: boolean;
    emptyBecause?: EmptyLog;
  },
): string {
  const { loading, count, search, complete, emptyBecause } = state;
  if (count === 0) {
    if (loading) {
      return t('logs.state.reading');
    }
    return search
      ? t('logs.state.nothingFound', { search })
      : emptyWords(t, emptyBecause);
  }
  const lines = { count, number: formatNumber(t, count) };
  if (search) {
    return t('logs.state.found', { ...lines, search });
  }
  if (count >= MOST_LINES) {
    return t('logs.state.most', lines);
  }
  return t(complete ? 'logs.state.complete' : 'logs.state.growing', lines);
}

function emptyWords(t: Texts, empty: EmptyLog | undefined): string {
  if (!empty) {
    return t('logs.state.empty');
  }
  const { reason, groups = [] } = empty;
  return reason === 'no-log'
    ? t('logs.empty.no-log', { groups: groups.join(', ') })
    : t(`logs.empty.${reason}`);
}
