import { Price } from '@glue-pipelines/backstage-plugin-common';

/** An amount of money. */
export function amountWords(
  amount: number,
  { currency }: Pick<Price, 'currency'>,
): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(
    amount,
  );
}

/** DPU hours and about what they cost, e.g. `0.250 DPU hours, about $0.11`; without a price only the hours. */
export function costWords(dpuHours: number, price: Price | undefined): string {
  const hours = dpuHours.toFixed(3);
  return price
    ? `${hours}, about ${amountWords(dpuHours * price.perDpuHour, price)}`
    : hours;
}
