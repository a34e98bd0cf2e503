import { Texts } from './ref';

/** A number as the reader's language writes it, e.g. `1,234` or `1.234`. */
export function formatNumber(
  t: Texts,
  value: number,
  options?: Intl.NumberFormatOptions,
): string {
  return new Intl.NumberFormat(t('locale'), options).format(value);
}
