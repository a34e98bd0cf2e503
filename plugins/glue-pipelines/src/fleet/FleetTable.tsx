import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  FleetGroup,
  FleetGrouping,
  FleetItem,
  FleetResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { ReactNode } from 'react';
import { Facts } from '../nodes/Facts';
import { joinClasses } from '../status/joinClasses';
import { StatusIcon } from '../status/StatusIcon';
import { fleetStatusOf } from '../status/healthOf';
import { StatusLabel } from '../status/StatusLabel';
import { toneOf } from '../status/statuses';
import { useToneStyles } from '../status/useToneStyles';
import { Texts, useTexts } from '../translation/ref';
import { AddedColumn, useAddedColumns } from './addedColumns';
import { fleetFacts, FleetName } from './FleetFacts';
import { FleetSection, groupWords } from './fleetSections';
import { TILE_STATUS } from './tileLooks';

const useStyles = makeStyles(
  theme => ({
    scroller: { overflowX: 'auto' },
    cell: {
      padding: theme.spacing(1.25, 1.5, 1.25, 0),
      verticalAlign: 'middle',
      fontSize: theme.typography.pxToRem(14),
      // Backstage's theme breaks words, and amounts and accounts with them.
      wordBreak: 'normal',
    },
    name: { minWidth: 168, overflowWrap: 'anywhere' },
    head: {
      padding: theme.spacing(1, 1.5, 1, 0),
      whiteSpace: 'nowrap',
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(13),
    },
    heading: {
      margin: 0,
      padding: theme.spacing(2.5, 1.5, 1, 0),
      fontSize: theme.typography.pxToRem(14),
      fontWeight: theme.typography.fontWeightRegular as number,
    },
    section: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    mark: { display: 'flex' },
    group: {
      fontSize: theme.typography.pxToRem(16),
      fontWeight: theme.typography.fontWeightBold as number,
      overflowWrap: 'anywhere',
    },
    counts: { color: theme.palette.text.secondary },
    list: {
      display: 'flex',
      flexDirection: 'column',
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    item: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      padding: theme.spacing(2, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    top: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
    },
  }),
  { name: 'GluePipelinesFleetTable' },
);

const keyOf = ({ entityRef, arn }: FleetItem) => `${entityRef} ${arn}`;

interface FleetTableProps {
  sections: FleetSection[];
  grouping?: FleetGrouping;
  price: FleetResponse['price'];
}

/** What a section is of, with how its workflows are. */
function SectionHead(props: { group: FleetGroup; grouping: FleetGrouping }) {
  const { group, grouping } = props;
  const classes = useStyles();
  const t = useTexts();
  const tones = useToneStyles();
  const status = TILE_STATUS[group.worst];
  const { name, counts } = groupWords(t, group, grouping);
  return (
    <span className={classes.section}>
      <span
        className={joinClasses(classes.mark, tones[`${toneOf(status)}Mark`])}
      >
        <StatusIcon status={status} size={18} />
      </span>
      <span className={classes.group}>{name}</span>
      <span className={classes.counts}>{counts}</span>
    </span>
  );
}

/** What the plugin says of a workflow, then what adopters added. */
function factsOf(
  t: Texts,
  item: FleetItem,
  price: FleetResponse['price'],
  added: readonly AddedColumn[],
): [string, ReactNode][] {
  return [
    ...fleetFacts(t, item, price),
    ...added.map(({ title, Cell }): [string, ReactNode] => [
      title,
      <Cell item={item} />,
    ]),
  ];
}

function NarrowList({ sections, grouping, price }: FleetTableProps) {
  const classes = useStyles();
  const t = useTexts();
  const added = useAddedColumns();
  return (
    <>
      {sections.map(({ key, group, items }) => (
        <section key={key}>
          {group && grouping && (
            <h3 className={classes.heading}>
              <SectionHead group={group} grouping={grouping} />
            </h3>
          )}
          <ul
            aria-label={
              group && grouping
                ? t('fleet.listOf', {
                    group: groupWords(t, group, grouping).name,
                  })
                : t('fleet.list')
            }
            className={classes.list}
          >
            {items.map(item => (
              <li key={keyOf(item)} className={classes.item}>
                <div className={classes.top}>
                  <div>
                    <FleetName item={item} />
                  </div>
                  <StatusLabel status={fleetStatusOf(item)} chip />
                </div>
                <Facts facts={factsOf(t, item, price, added)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function WorkflowRow(props: {
  item: FleetItem;
  price: FleetResponse['price'];
}) {
  const { item, price } = props;
  const classes = useStyles();
  const t = useTexts();
  const added = useAddedColumns();
  return (
    <TableRow>
      <TableCell
        component="th"
        scope="row"
        role="rowheader"
        className={joinClasses(classes.cell, classes.name)}
      >
        <FleetName item={item} />
      </TableCell>
      <TableCell className={classes.cell}>
        <StatusLabel status={fleetStatusOf(item)} chip />
      </TableCell>
      {factsOf(t, item, price, added).map(([name, value]) => (
        <TableCell key={name} className={classes.cell}>
          {value || '–'}
        </TableCell>
      ))}
    </TableRow>
  );
}

/** Workflows as rows, or one below the other where rows have no room. */
export function FleetTable(props: FleetTableProps) {
  const { sections, grouping, price } = props;
  const classes = useStyles();
  const t = useTexts();
  const added = useAddedColumns();
  const wide = useMediaQuery('(min-width:1100px)', { noSsr: true });
  if (!wide) {
    return <NarrowList {...props} />;
  }
  const first = sections[0]?.items[0];
  const columns = first ? factsOf(t, first, price, added) : [];
  return (
    <div className={classes.scroller}>
      <Table size="small" aria-label={t('fleet.list')}>
        <TableHead>
          <TableRow>
            <TableCell className={classes.head}>
              {t('fleet.workflow')}
            </TableCell>
            <TableCell className={classes.head}>{t('fleet.health')}</TableCell>
            {columns.map(([name]) => (
              <TableCell key={name} className={classes.head}>
                {name}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        {sections.map(({ key, group, items }) => (
          <TableBody key={key}>
            {group && grouping && (
              <TableRow>
                <TableCell
                  component="th"
                  scope="rowgroup"
                  role="rowheader"
                  colSpan={columns.length + 2}
                  className={classes.heading}
                >
                  <SectionHead group={group} grouping={grouping} />
                </TableCell>
              </TableRow>
            )}
            {items.map(item => (
              <WorkflowRow key={keyOf(item)} item={item} price={price} />
            ))}
          </TableBody>
        ))}
      </Table>
    </div>
  );
}
