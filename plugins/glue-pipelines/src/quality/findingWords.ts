import { QualityFinding } from '@glue-pipelines/backstage-plugin-common';
import { formatNumber } from '../translation/formatNumber';
import { Texts } from '../translation/ref';
import { qualityMessages } from './messages';

const isKnown = (kind: string): kind is keyof typeof qualityMessages.kinds =>
  Object.hasOwn(qualityMessages.kinds, kind);

/** Whether a kind counts the rows that do not meet it. */
const countsRows = (kind: string) =>
  !['rowCount', 'rowCountChange', 'completeness', 'freshness'].includes(kind);

/** A measure, or a bound of it, in the unit of its kind. */
function amount(t: Texts, kind: string, value: number): string {
  switch (kind) {
    case 'rowCountChange':
      return formatNumber(t, value / 100, {
        style: 'percent',
        signDisplay: 'exceptZero',
        maximumFractionDigits: 1,
      });
    case 'completeness':
      return formatNumber(t, value, {
        style: 'percent',
        maximumFractionDigits: 3,
      });
    default:
      return formatNumber(t, value, { maximumFractionDigits: 1 });
  }
}

/** Which rule it is: by its name, or by what it measures. */
export function ruleWords(
  t: Texts,
  { kind, name, columns }: QualityFinding,
): string {
  if (name) {
    return name;
  }
  const rule = isKnown(kind) ? t(`quality.kinds.${kind}`) : kind;
  return columns ? t('quality.ruleOf', { rule, columns }) : rule;
}

/** What was measured. */
export function foundWords(t: Texts, finding: QualityFinding): string {
  const { kind, measured, rows } = finding;
  if (measured === undefined) {
    return kind === 'rowCountChange'
      ? t('quality.nothingBefore')
      : t('quality.noValue');
  }
  const number = amount(t, kind, measured);
  switch (kind) {
    case 'rowCount':
    case 'rowCountChange':
    case 'completeness':
    case 'freshness':
      return t(`quality.found.${kind}`, { number });
    default:
      return t(`quality.found.${kind === 'unique' ? kind : 'others'}`, {
        number,
        rows: formatNumber(t, rows),
      });
  }
}

/** What was wanted. */
export function wantedWords(t: Texts, finding: QualityFinding): string {
  const { kind, min, max } = finding;
  const of = (bound: number) => {
    const number = amount(t, kind, bound);
    return kind === 'freshness' ? t('quality.hours', { number }) : number;
  };
  if (min !== undefined) {
    return max === undefined
      ? t('quality.wanted.atLeast', { min: of(min) })
      : t('quality.wanted.between', { min: of(min), max: of(max) });
  }
  if (max === undefined || (countsRows(kind) && max === 0)) {
    return t('quality.wanted.none');
  }
  return t('quality.wanted.atMost', { max: of(max) });
}
