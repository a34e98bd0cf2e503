import type { CostEstimate } from './estimateCost';

/**
 * An amount of US dollars, two digits of it where it is small.
 *
 * @public
 */
export const dollars = (usd: number) =>
  usd > 0 && usd < 0.01 ? 'less than $0.01' : `$${usd.toFixed(2)}`;

/**
 * An estimate in words: each item, then what a run and a month come to.
 *
 * @public
 */
export function costWords({
  items,
  perRun,
  runsPerMonth,
  runsReason,
  perMonth,
}: CostEstimate): string[] {
  return [
    ...items.map(
      ({ what, amount, unit, usd, reason }) =>
        `${what}: ${dollars(usd)}, ${amount.toFixed(3)} ${unit} (${reason})`,
    ),
    `A run: about ${dollars(perRun)}`,
    `A month: about ${dollars(perMonth)}, with ${Math.round(runsPerMonth * 10) / 10} runs (${runsReason})`,
  ];
}
