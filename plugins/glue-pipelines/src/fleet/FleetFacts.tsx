import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  FleetItem,
  FleetResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { ReactNode } from 'react';
import { MiniStrip } from '../card/MiniStrip';
import { amountWords } from '../cost/amountWords';
import { PromiseLine } from '../promises/PromiseLine';
import { isActive } from '../status/statuses';
import { Moment } from '../time/Moment';
import { useNow } from '../time/useNow';
import { Texts, useTexts } from '../translation/ref';
import { durationWords, nameOfRef, rateWords } from './fleetWords';
import { endedAt } from './endedAt';
import { useWorkflowLink } from './useWorkflowLink';

const useStyles = makeStyles(
  theme => ({
    name: {
      fontWeight: theme.typography.fontWeightBold as number,
      overflowWrap: 'anywhere',
    },
    quiet: {
      display: 'block',
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(12.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'GluePipelinesFleetFacts' },
);

/** The name of a workflow, which leads to its tab, with whose it is. */
export function FleetName({ item }: { item: FleetItem }) {
  const classes = useStyles();
  const page = useWorkflowLink()(item);
  const entity = item.entityTitle ?? nameOfRef(item.entityRef);
  return (
    <>
      {page ? (
        <Link to={page} className={classes.name}>
          {item.name}
        </Link>
      ) : (
        <span className={classes.name}>{item.name}</span>
      )}
      <span className={classes.quiet}>
        {[
          entity !== item.name && entity,
          item.owner && nameOfRef(item.owner),
          item.system && nameOfRef(item.system),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}

function Duration({ item }: { item: FleetItem }) {
  const t = useTexts();
  const last = item.runs?.[0];
  const now = useNow(last && isActive(last.health) ? 10_000 : undefined);
  return <>{durationWords(t, item, now)}</>;
}

/** What there is to say of a workflow besides its name and health, in the order of importance. */
export function fleetFacts(
  t: Texts,
  item: FleetItem,
  price: FleetResponse['price'],
): [string, ReactNode][] {
  const last = item.runs?.[0];
  return [
    [
      t('fleet.facts.lastTenRuns'),
      item.runs && item.runs.length > 0 && (
        <MiniStrip runs={item.runs.map(endedAt)} />
      ),
    ],
    [
      t('fleet.facts.lastRun'),
      last?.startedAt && <Moment instant={last.startedAt} />,
    ],
    [t('fleet.facts.duration'), <Duration key="duration" item={item} />],
    [t('fleet.facts.succeeded'), rateWords(t, item.successRate)],
    [
      t('fleet.facts.nextRun'),
      item.nextRunAt && <Moment instant={item.nextRunAt} />,
    ],
    [
      t('fleet.facts.freshness'),
      item.freshness && <PromiseLine promise={item.freshness} />,
    ],
    [
      t('fleet.facts.sevenDays'),
      item.cost && amountWords(t, item.cost.amount, price),
    ],
    [t('fleet.facts.account'), `${item.accountId} · ${item.region}`],
  ];
}
