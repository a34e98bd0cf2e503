import { Texts } from '../translation/ref';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** Bytes as people read them, in steps of 1,000, e.g. `13.5 MB`. */
export function fileSize(t: Texts, bytes: number): string {
  const step = Math.min(
    UNITS.length - 1,
    bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3),
  );
  return new Intl.NumberFormat(t('locale'), {
    style: 'unit',
    unit: UNITS[step],
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step);
}
