import { Texts } from './ref';

/** Several things of which any is meant, as the reader's language lists them, e.g. `a, b or c`. */
export function formatAlternatives(t: Texts, items: Iterable<string>): string {
  return new Intl.ListFormat(t('locale'), { type: 'disjunction' }).format(
    items,
  );
}
