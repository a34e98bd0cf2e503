import { Price } from '@glue-pipelines/backstage-plugin-common';
import { formatNumber } from '../translation/formatNumber';
import { Texts } from '../translation/ref';

/** An amount of money. */
export function amountWords(
  t: Texts,
  amount: number,
  { currency }: Pick<Price, 'currency'>,
): string {
  return formatNumber(t, amount, {
    style: 'currency',
    currency,
    // `$` in British English, too, which has `US$` otherwise.
    currencyDisplay: 'narrowSymbol',
  });
}

/** DPU hours and about what they cost, e.g. `0.250 DPU hours, about $0.11`; without a price only the hours. */
export function costWords(
  t: Texts,
  dpuHours: number,
  price: Price | undefined,
): string {
  const hours = formatNumber(t, dpuHours, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  });
  return price
    ? t('cost.withAmount', {
        hours,
        amount: amountWords(t, dpuHours * price.perDpuHour, price),
      })
    : hours;
}
