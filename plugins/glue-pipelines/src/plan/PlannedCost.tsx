import Typography from '@material-ui/core/Typography';
import type { PlannedCost as Cost } from '@glue-pipelines/backstage-plugin-common';
import { amountWords } from '../cost/amountWords';
import { PlainTable } from '../data/PlainTable';
import { formatNumber } from '../translation/formatNumber';
import { type Texts, useTexts } from '../translation/ref';

const USD = { currency: 'USD' };

/** The least amount that is written. */
const CENT = 0.01;

const dollars = (t: Texts, usd: number) =>
  usd > 0 && usd < CENT
    ? t('plan.tiny', { amount: amountWords(t, CENT, USD) })
    : amountWords(t, usd, USD);

/** About what a run and a month cost, and what that takes for granted. */
export function PlannedCost({ cost }: { cost: Cost }) {
  const t = useTexts();
  const { prepare, transform, load } = cost.assumedMinutes;
  return (
    <>
      <PlainTable
        caption={t('plan.costTable')}
        columns={[t('plan.part'), t('plan.usd'), t('plan.reason')]}
        rows={[
          ...cost.items.map(({ what, usd, reason }) => [
            what,
            dollars(t, usd),
            reason,
          ]),
          [t('plan.perRun'), dollars(t, cost.perRun), ''],
          [
            t('plan.perMonth'),
            dollars(t, cost.perMonth),
            t('plan.runs', {
              runs: formatNumber(t, cost.runsPerMonth, {
                maximumFractionDigits: 1,
              }),
              reason: cost.runsReason,
            }),
          ],
        ]}
      />
      <Typography variant="caption">
        {t('plan.assumptions', {
          prepare: String(prepare),
          transform: String(transform),
          load: String(load),
        })}
      </Typography>
    </>
  );
}
